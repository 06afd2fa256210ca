import type { Fingerprint, ProofRun } from '../../../src/domain/contract/proof.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/contract/settings.ts';
import { listScopes, proofStanding, toFingerprint, toStanding } from '../../../src/domain/policy/proof-standing.ts';

const app = { clientId: 'client', appIdUri: 'api://app/client', version: '2.3.4' };
const fingerprint = toFingerprint(app, DEFAULT_SETTINGS);
const run = (verdict: ProofRun['verdict'], endedAt: string, made: Fingerprint = fingerprint): ProofRun => ({
  ...{ id: endedAt, startedAt: endedAt, endedAt, verdict, by: 'admin', fingerprint: made, steps: [] },
});
const lastPassed = run('passed', '2026-03-01T12:00:00Z');
const now = Temporal.Instant.from('2026-03-02T12:00:00Z');

describe('toFingerprint', () => {
  it('holds registration, required scopes and those of features that are on, sorted, and the major version', () => {
    const settings = { features: { ...DEFAULT_SETTINGS.features, shifts: true } };
    expect(toFingerprint(app, settings)).toEqual({
      registration: 'client api://app/client',
      scopes: [
        'Calendars.Read',
        'Calendars.ReadWrite',
        'MailboxSettings.Read',
        'Place.Read.All',
        'Schedule.Read.All',
        'Team.ReadBasic.All',
        'User.Read',
      ],
      major: '2',
    });
  });

  it('asks for nothing more where only free/busy of colleagues is on', () => {
    expect(listScopes({ features: { ...DEFAULT_SETTINGS.features, freeBusy: true } })).toHaveLength(5);
  });
});

describe('proofStanding', () => {
  it('has no doubts after a fresh passed run, and says until when it holds', () => {
    expect(proofStanding({ lastPassed, lastRun: lastPassed, fingerprint, now })).toEqual({
      doubts: [],
      passedAt: '2026-03-01T12:00:00Z',
      expiresAt: '2026-05-30T12:00:00Z',
    });
  });

  it('doubts what was never passed, and nothing else then', () => {
    const lastRun = run('failed', '2026-03-02T00:00:00Z');
    expect(proofStanding({ lastPassed: undefined, lastRun, fingerprint, now })).toEqual({ doubts: ['none_passed'] });
  });

  it.each([
    ['2026-05-30T12:00:00Z', []],
    ['2026-05-30T12:00:00.001Z', ['too_old']],
    ['2027-03-01T12:00:00Z', ['too_old']],
  ])('at %s the age gives %j', (at, doubts) => {
    const standing = proofStanding({ lastPassed, lastRun: lastPassed, fingerprint, now: Temporal.Instant.from(at) });
    expect(standing.doubts).toEqual(doubts);
  });

  it.each([
    ['another client', { registration: 'other api://app/client' }, 'registration_changed'],
    ['a scope more', { scopes: [...fingerprint.scopes, 'Presence.Read.All'] }, 'scopes_changed'],
    ['a scope less', { scopes: fingerprint.scopes.slice(1) }, 'scopes_changed'],
    ['another major version', { major: '1' }, 'version_changed'],
  ])('doubts a proof made with %s', (_name, change, doubt) => {
    const made = run('passed', '2026-03-01T12:00:00Z', { ...fingerprint, ...change });
    expect(proofStanding({ lastPassed: made, lastRun: made, fingerprint, now }).doubts).toEqual([doubt]);
  });

  it('names all doubts together', () => {
    const made = run('passed', '2025-01-01T12:00:00Z', { registration: 'x', scopes: [], major: '1' });
    const lastRun = run('failed', '2026-03-01T12:00:00Z');
    expect(proofStanding({ lastPassed: made, lastRun, fingerprint, now }).doubts).toEqual([
      'failed_since',
      'too_old',
      'registration_changed',
      'scopes_changed',
      'version_changed',
    ]);
  });
});

describe('toStanding', () => {
  it('doubts where the last run that said anything failed', () => {
    const facts = { lastPassed, app, now };
    const lastRun = run('failed', '2026-03-01T13:00:00Z');
    expect(toStanding({ ...facts, lastRun }, DEFAULT_SETTINGS).doubts).toEqual(['failed_since']);
    expect(toStanding({ ...facts, lastRun: lastPassed }, DEFAULT_SETTINGS).doubts).toEqual([]);
  });
});
