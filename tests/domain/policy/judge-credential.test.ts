import { judgeCredential, toCredentialDays } from '../../../src/domain/policy/judge-credential.ts';

const NOW = Temporal.Instant.from('2026-11-22T12:00:00Z');

describe('judgeCredential', () => {
  it.each([
    ['nobody knows', undefined, 'passed', 'not_known', undefined],
    ['is no date', 'soon', 'passed', 'not_known', undefined],
    ['was yesterday', '2026-11-21', 'failed', 'expired', { expires: '2026-11-21', days: -1 }],
    ['is today, by its date', '2026-11-22', 'passed', 'expires_soon', { expires: '2026-11-22', days: 0 }],
    ['was a minute ago', '2026-11-22T11:59:00Z', 'failed', 'expired', { expires: '2026-11-22', days: -1 }],
    ['is in 29 days', '2026-12-22T11:59:00Z', 'passed', 'expires_soon', { expires: '2026-12-22', days: 29 }],
    ['is in 30 days', '2026-12-22T12:00:00Z', 'passed', undefined, { expires: '2026-12-22', days: 30 }],
  ] as const)('judges an end that %s', (_name, ends, state, code, facts) => {
    expect(judgeCredential(ends, NOW)).toEqual({ state, ...(code && { code }), ...(facts && { facts }) });
  });
});

describe('toCredentialDays', () => {
  it('counts whole days to a certificate’s end', () => {
    expect(toCredentialDays('2027-01-01T00:00:00.000Z', NOW)).toBe(39);
  });
});
