import { judgeSignIn } from '../../../src/domain/policy/judge-sign-in.ts';

describe('judgeSignIn', () => {
  it.each([
    [700016, 'upstream_unavailable', 'registration', 'registration_unknown', false],
    [500011, 'upstream_unavailable', 'registration', 'registration_unknown', false],
    [7000215, 'upstream_unavailable', 'credential', 'credential_refused', true],
    [7000222, 'upstream_unavailable', 'credential', 'expired', true],
    [700027, 'upstream_unavailable', 'credential', 'credential_refused', true],
    [65001, 'consent_required', 'consent', 'consent_required', true],
    [50076, 'interaction_required', 'sign_in', 'interaction_required', true],
    [50057, 'invalid_token', 'sign_in', 'invalid_token', true],
    [0, 'upstream_unavailable', 'sign_in', 'upstream_unavailable', false],
  ] as const)('reads AADSTS%s (%s) as %s', (aadsts, code, step, told, reached) => {
    expect(judgeSignIn({ ok: false, aadsts, code })).toEqual({ step, code: told, reached });
  });
});
