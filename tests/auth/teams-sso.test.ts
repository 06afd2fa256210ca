import { createTeamsSso, toSignInFailure } from '../../src/auth/teams-sso.ts';

describe('toSignInFailure', () => {
  it.each([
    ['CancelledByUser', 'sign_in_cancelled'],
    ['User cancelled the flow', 'sign_in_cancelled'],
    ['FailedToOpenWindow', 'sign_in_blocked'],
    ['resourceRequiresConsent', 'consent_required'],
    ['AADSTS65001: The user or administrator has not consented', 'consent_required'],
    ['resourceRequiresMfa', 'interaction_required'],
    ['resourceDisabled', 'sign_in_misconfigured'],
    ['invalid_resource', 'sign_in_misconfigured'],
    ['App resource defined in manifest and iframe origin do not match', 'sign_in_misconfigured'],
    ['SDK initialization timed out.', 'timeout'],
    ['Get Auth token failed', 'sign_in_failed'],
    ['Invalid authResponse received from msal for resource', 'sign_in_failed'],
    ['', 'sign_in_failed'],
  ] as const)('F02 reads “%s” as %s', (text, code) => {
    expect(toSignInFailure(new Error(text)).code).toBe(code);
    expect(toSignInFailure(text).code).toBe(code);
  });
});

describe('toSignInFailure without a network', () => {
  it('D21 is offline, whatever the host says of it', () => {
    expect(toSignInFailure(new Error('Get Auth token failed'), false).code).toBe('offline');
  });
});

describe('createTeamsSso', () => {
  it('asks the host anew each time, silently', async () => {
    const asked: unknown[] = [];
    const getToken = createTeamsSso((request) => {
      asked.push(request);
      return Promise.resolve(`token-${asked.length}`);
    });
    expect([await getToken(), await getToken({ claims: '{"a":1}' })]).toEqual(['token-1', 'token-2']);
    expect(asked).toEqual([{ silent: true }, { claims: ['{"a":1}'], silent: true }]);
  });

  it('opens no window by itself: what is missing is a failure', async () => {
    const asked: unknown[] = [];
    const getToken = createTeamsSso((request) => {
      asked.push(request.silent);
      return Promise.reject(new Error('resourceRequiresConsent'));
    });
    await expect(getToken()).rejects.toMatchObject({ code: 'consent_required' });
    expect(asked).toEqual([true]);
  });

  it('B09 lets the host show its window, with the claims that are asked for, when told to', async () => {
    const asked: unknown[] = [];
    const getToken = createTeamsSso((request) => {
      asked.push(request);
      return Promise.resolve('token');
    });
    expect(await getToken({ claims: '{"a":1}', withWindow: true })).toBe('token');
    expect(asked).toEqual([{ claims: ['{"a":1}'], silent: false }]);
  });

  it('F02 says that the person closed that window', async () => {
    const getToken = createTeamsSso(() => Promise.reject(new Error('CancelledByUser')));
    await expect(getToken({ withWindow: true })).rejects.toMatchObject({ code: 'sign_in_cancelled' });
  });

  it('does not wait for ever for a host that never answers', async () => {
    await expect(createTeamsSso(() => new Promise(() => {}), 5)()).rejects.toMatchObject({ code: 'timeout' });
  });
});
