/** Plain functions in the place of our server's administration, and what it would answer. */
import type { AdminServices } from '../../src/app/admin/admin-services.ts';
import type { AdminIntegration, Choices } from '../../src/domain/contract/admin.ts';
import type { ProofEvent, ProofRun } from '../../src/domain/contract/proof.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/contract/settings.ts';

export function adminIntegration(about: Partial<AdminIntegration> = {}): AdminIntegration {
  return {
    ...DEFAULT_SETTINGS,
    organisation: { name: 'Contoso', welcomeText: '', helpContact: '' },
    state: 'passed',
    proof: { doubts: [], passedAt: '2026-11-20T08:00:00Z', expiresAt: '2027-02-18T08:00:00Z' },
    counts: { connected: 12 },
    roomRules: { rooms: 0 },
    testerUrl: 'https://app.test/tab?view=proof',
    consentUrl: 'https://login.test/consent',
    ...about,
  };
}

export const choices: Choices = {
  rooms: [
    { address: 'plain@contoso.example', name: 'Linden', building: 'HQ' },
    { address: 'busy@contoso.example', name: 'Oak', building: null },
  ],
  buildings: ['HQ', 'River'],
  teams: [{ id: '11111111-2222-4333-8444-555555555555', name: 'Front desk' }],
  missing: [],
};

export const proofRun = (about: Partial<ProofRun> = {}): ProofRun => ({
  id: 'run-1',
  startedAt: '2026-11-20T08:00:00Z',
  endedAt: '2026-11-20T08:00:21Z',
  verdict: 'passed',
  by: 'admin',
  fingerprint: { registration: 'r', scopes: [], major: '1' },
  steps: [
    { step: 'registration', state: 'passed', ms: 12 },
    { step: 'rooms', state: 'passed', ms: 400, facts: { rooms: 12, withoutCapacity: 2 } },
    { step: 'proof', state: 'passed', ms: 21_000 },
  ],
  ...about,
});

export const failedSteps: readonly ProofEvent[] = [
  { step: 'registration', state: 'passed', ms: 12 },
  { step: 'credential', state: 'passed', ms: 0, code: 'not_known' },
  {
    step: 'scope:Place.Read.All',
    state: 'failed',
    ms: 30,
    code: 'consent_required',
    scopes: ['Place.Read.All'],
    consent: { by: 'admin', url: 'https://login.test/adminconsent?x=1' },
  },
  { step: 'rooms', state: 'skipped', ms: 0, code: 'not_reached' },
  { step: 'double_book', state: 'inconclusive', ms: 4_000, code: 'room_allows_conflicts' },
  { step: 'clean_up', state: 'failed', ms: 800, code: 'leftovers', facts: { left: 1 } },
  { step: 'proof', state: 'failed', ms: 9_000 },
];

const unexpected = (name: string) => (): never => {
  throw new Error(`${name} was not expected to be called`);
};

export function fakeAdmin(about: Partial<AdminServices> = {}): AdminServices {
  return {
    readIntegration: () => Promise.resolve({ integration: adminIntegration(), etag: '"1"' }),
    changeIntegration: unexpected('changeIntegration'),
    runProof: unexpected('runProof'),
    listProofRuns: () => Promise.resolve({ value: [], isRunning: false }),
    readAudit: () => Promise.resolve([]),
    readChoices: () => Promise.resolve(choices),
    saveRoomRules: unexpected('saveRoomRules'),
    deleteTenant: unexpected('deleteTenant'),
    ...about,
  };
}
