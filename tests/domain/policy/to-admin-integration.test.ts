import { DEFAULT_SETTINGS } from '../../../src/domain/contract/settings.ts';
import { toAdminIntegration, type IntegrationFacts } from '../../../src/domain/policy/to-admin-integration.ts';

const facts: IntegrationFacts = {
  ...{ tenantId: 'tenant', entraBaseUrl: 'https://login.example', origin: 'https://shifts.example' },
  ...{ lastPassed: undefined, lastRun: undefined, credentialEnds: undefined, connected: 3, rules: undefined },
  app: { clientId: 'client', appIdUri: 'api://app/client', version: '1.0.0' },
  now: Temporal.Instant.from('2026-03-02T12:00:00Z'),
};
const integration = { state: 'passed', settings: DEFAULT_SETTINGS, etag: 'e' } as const;

describe('toAdminIntegration', () => {
  it('leaves out what is not known', () => {
    const shown = toAdminIntegration(integration, facts);
    expect(shown).toMatchObject({
      ...DEFAULT_SETTINGS,
      state: 'passed',
      counts: { connected: 3 },
      roomRules: { rooms: 0 },
    });
    for (const name of ['suspendedBy', 'credentialDays']) expect(shown).not.toHaveProperty(name);
    expect(shown.roomRules).not.toHaveProperty('importedAt');
  });

  it.each([
    ['2026-03-12', 10],
    ['2026-03-12T12:00:00.000Z', 10],
    ['2026-03-01', -1],
  ])('counts the days until the credential ends on %s: %i', (credentialEnds, days) => {
    expect(toAdminIntegration(integration, { ...facts, credentialEnds }).credentialDays).toBe(days);
  });

  it('names the steps that suspended it, and what was imported', () => {
    const rules = { rules: [{}, {}], importedAt: '2026-03-01T00:00:00.000Z' };
    const shown = toAdminIntegration(
      { ...integration, state: 'suspended', suspendedBy: ['book'] },
      { ...facts, rules },
    );
    expect(shown).toMatchObject({ suspendedBy: ['book'], roomRules: { rooms: 2, importedAt: rules.importedAt } });
  });

  it('asks consent for all that the features need', () => {
    const settings = { ...DEFAULT_SETTINGS, features: { ...DEFAULT_SETTINGS.features, presence: true } };
    const url = new URL(toAdminIntegration({ ...integration, settings }, facts).consentUrl);
    expect(url.searchParams.get('scope')).toContain('https://graph.microsoft.com/Presence.Read.All');
  });
});
