import type { ProofRun } from '../../../src/domain/contract/proof.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/contract/settings.ts';
import {
  applyProof,
  changeIntegration,
  describeChange,
  describeLastChange,
  describeProof,
  isMatch,
  toJsonLines,
  type Integration,
} from '../../../src/domain/policy/change-integration.ts';
import { toFingerprint } from '../../../src/domain/policy/proof-standing.ts';

const app = { clientId: 'client', appIdUri: 'api://app/client', version: '1.0.0' };
const passed: ProofRun = {
  ...{ id: 'p', startedAt: '2026-03-01T11:59:00Z', endedAt: '2026-03-01T12:00:00Z', verdict: 'passed', by: 'tester' },
  ...{ fingerprint: toFingerprint(app, DEFAULT_SETTINGS), steps: [] },
};
const failed: ProofRun = {
  ...passed,
  id: 'f',
  verdict: 'failed',
  steps: [{ step: 'sign_in', state: 'failed', ms: 1 }],
};
const facts = { lastPassed: passed, lastRun: passed, app, now: Temporal.Instant.from('2026-03-02T00:00:00Z') };
const before: Integration = { state: 'passed', settings: DEFAULT_SETTINGS, etag: 'e' };

describe('changeIntegration', () => {
  it('enables what is proven', () => {
    expect(changeIntegration(before, { enabled: true }, facts)).toMatchObject({
      ok: true,
      after: { state: 'enabled' },
    });
  });

  it('measures the proof by the settings that would then hold', () => {
    const change = { enabled: true, features: { presence: true, shifts: true } };
    expect(changeIntegration(before, change, facts)).toEqual({ ok: false, doubts: 'scopes_changed' });
  });

  it('lets an enabled integration drift away from its proof', () => {
    const enabled: Integration = { ...before, state: 'enabled' };
    const verdict = changeIntegration(enabled, { features: { presence: true } }, { ...facts, lastPassed: undefined });
    expect(verdict).toMatchObject({
      ok: true,
      after: { state: 'enabled', settings: { features: { presence: true } } },
    });
  });

  it('gives back what it was given where nothing changes', () => {
    expect(changeIntegration(before, { devices: { web: true }, enabled: false }, facts)).toEqual({
      ok: true,
      after: before,
    });
    const same = changeIntegration(before, {}, facts);
    expect(same.ok && same.after).toBe(before);
  });
});

describe('the audit trail', () => {
  it.each([
    ['enabled', { enabled: true }, 'passed', { from: { state: 'passed' }, to: { state: 'enabled' } }],
    ['disabled', { enabled: false }, 'enabled', { from: { state: 'enabled' }, to: { state: 'suspended' } }],
    ['settings', { buildings: ['A'] }, 'passed', { from: { buildings: [] }, to: { buildings: ['A'] } }],
  ] as const)('says %s', (action, change, state, fields) => {
    const was = { ...before, state };
    const verdict = changeIntegration(was, { ...change } as never, facts);
    expect(verdict.ok && describeChange(was, verdict.after)).toEqual([{ action, ...fields }]);
  });

  it('is silent where nothing changed', () => {
    expect(describeChange(before, before)).toEqual([]);
  });

  it('has a line for each run, and one for what they moved', () => {
    const enabled: Integration = { ...before, state: 'enabled' };
    const after = applyProof(enabled, [failed, failed]);
    expect(describeProof(enabled, after, [failed, failed])).toEqual([
      { action: 'proof_run', to: { verdict: 'failed', by: 'tester' } },
      { action: 'proof_run', to: { verdict: 'failed', by: 'tester' } },
      {
        action: 'suspended',
        from: { state: 'enabled' },
        to: { state: 'suspended', suspendedBy: ['sign_in'] },
      },
    ]);
    expect(describeProof(before, applyProof(before, [passed]), [passed])).toHaveLength(1);
    expect(applyProof(before, [passed])).toBe(before);
  });

  it('tells whoever came later what changed last, runs aside', () => {
    const at = '2026-03-02T10:00:00.000Z';
    const run = { at, actor: 'a', action: 'proof_run', to: { verdict: 'passed' } };
    const change = { at, actor: 'a', action: 'settings', to: { features: { shifts: true }, buildings: ['A'] } };
    expect(describeLastChange([run, change])).toBe('Last changed at 2026-03-02T10:00:00.000Z: features, buildings.');
    expect(describeLastChange([run])).toBe('');
  });

  it('becomes one JSON text a line', () => {
    expect(toJsonLines([{ a: 'x\ny' }, { b: 1 }])).toBe('{"a":"x\\ny"}\n{"b":1}\n');
    expect(toJsonLines([])).toBe('');
  });
});

describe('isMatch', () => {
  it.each([
    ['"e"', true],
    ['*', true],
    ['e', false],
    ['W/"e"', false],
    ['"e", "e"', false],
    ['*, *', false],
    ['"E"', false],
    ['', false],
    [undefined, false],
  ])('takes %s: %s', (header, expected) => {
    expect(isMatch(header, 'e')).toBe(expected);
  });
});
