import { createNestedAuth } from '../../src/auth/nested.ts';

const OID = '11111111-2222-4333-8444-555555555555';
const TID = '99999999-8888-4777-a666-555555555555';

interface Asked {
  readonly method: string;
  readonly requestId: string;
  readonly tokenParams?: { readonly scope: string; readonly claims?: string; readonly forceRefresh?: boolean };
}
type Answer = (asked: Asked) => object | undefined;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const toToken = (scope: string, token = 'graph-token'): object => ({
  success: true,
  token: {
    access_token: token,
    id_token: `${part({ alg: 'none' })}.${part({ oid: OID, tid: TID, sub: 's' })}.x`,
    expires_in: 3600,
    scope,
    properties: null,
  },
  account: {
    ...{ environment: 'login.microsoftonline.com', homeAccountId: `${OID}.${TID}`, tenantId: TID },
    ...{ localAccountId: OID, username: 'ana@contoso.com' },
  },
});
const refuse = (status: string, code = '', description = ''): object => ({
  ...{ success: false, error: { status, code, description } },
});

/** The bridge that a host puts into the page; what it answers is up to the test. */
function putBridge(answer: Answer) {
  const listeners = new Set<(message: string) => void>();
  const asked: Asked[] = [];
  const postMessage = (text: string): void => {
    const request = JSON.parse(text) as Asked;
    const context = { homeAccountId: `${OID}.${TID}`, environment: 'login.microsoftonline.com', tenantId: TID };
    const initContext = { sdkName: 'sim', sdkVersion: '1', capabilities: {}, accountContext: context };
    if (request.method !== 'GetInitContext') asked.push(request);
    const body = request.method === 'GetInitContext' ? { success: true, initContext } : answer(request);
    if (body === undefined) return;
    const message = { messageType: 'NestedAppAuthResponse', requestId: request.requestId, ...body };
    setTimeout(() => listeners.forEach((listener) => listener(JSON.stringify(message))));
  };
  const bridge = {
    postMessage,
    addEventListener: (_type: string, listener: (message: string) => void) => void listeners.add(listener),
    removeEventListener: (_type: string, listener: (message: string) => void) => void listeners.delete(listener),
  };
  Object.assign(window, { nestedAppAuthBridge: bridge });
  return asked;
}

const setup = { clientId: 'client', authority: 'https://login.microsoftonline.com/organizations', timeoutMs: 2_000 };
const scopes = ['User.Read', 'Calendars.Read'];
const methods = (asked: readonly Asked[]): string[] => asked.map(({ method }) => method);

describe('createNestedAuth', () => {
  afterEach(() => {
    Reflect.deleteProperty(window, 'nestedAppAuthBridge');
  });

  it('gets a token from the host, with the scopes that were really agreed to', async () => {
    const asked = putBridge(() =>
      toToken('openid User.Read https://graph.microsoft.com/Calendars.Read Place.Read.All'),
    );
    const token = await createNestedAuth(setup).getToken({ scopes });
    expect(token.token).toBe('graph-token');
    expect([...token.scopes].sort()).toEqual(['Calendars.Read', 'Place.Read.All', 'User.Read', 'openid']);
    expect(token.account).toEqual({ objectId: OID, tenantId: TID });
    expect(asked[0]?.tokenParams?.scope).toContain('Calendars.Read');
  });

  it('asks the host once for the same token at the same moment', async () => {
    const asked = putBridge(() => toToken('User.Read Calendars.Read'));
    const auth = createNestedAuth(setup);
    await Promise.all([auth.getToken({ scopes }), auth.getToken({ scopes })]);
    expect(methods(asked)).toEqual(['GetToken']);
  });

  it('D03 goes past the cache for claims and for a refused token', async () => {
    const asked = putBridge(() => toToken('User.Read Calendars.Read'));
    const auth = createNestedAuth(setup);
    await auth.getToken({ scopes });
    await auth.getToken({ scopes, fresh: true });
    await auth.getToken({ scopes, claims: '{"access_token":{}}' });
    expect(asked).toHaveLength(3);
    expect(asked[1]?.tokenParams?.forceRefresh).toBe(true);
    expect(asked[2]?.tokenParams?.claims).toContain('access_token');
  });

  it('opens no window unless the person has just asked for it', async () => {
    const asked = putBridge(() => refuse('USER_INTERACTION_REQUIRED', 'interaction_required', 'AADSTS50076'));
    await expect(createNestedAuth(setup).getToken({ scopes })).rejects.toMatchObject({ code: 'interaction_required' });
    expect(methods(asked)).toEqual(['GetToken']);
  });

  it('opens the host’s window when they have', async () => {
    const asked = putBridge(({ method }) =>
      method === 'GetToken'
        ? refuse('USER_INTERACTION_REQUIRED', 'invalid_grant', 'AADSTS65001')
        : toToken('User.Read'),
    );
    const token = await createNestedAuth(setup).getToken({ scopes, withWindow: true });
    expect(token.token).toBe('graph-token');
    expect(methods(asked)).toEqual(['GetToken', 'GetTokenPopup']);
  });

  it.each([
    ['USER_INTERACTION_REQUIRED', 'invalid_grant', 'AADSTS65001: not consented', 'consent_required'],
    ['USER_CANCEL', '', '', 'sign_in_cancelled'],
    ['NO_NETWORK', '', '', 'offline'],
    ['TRANSIENT_ERROR', 'x', '', 'sign_in_failed'],
    ['PERSISTENT_ERROR', 'invalid_client', '', 'sign_in_misconfigured'],
    ['ACCOUNT_UNAVAILABLE', '', '', 'sign_in_failed'],
  ] as const)('reads %s %s as a failure of its own', async (status, code, description, expected) => {
    putBridge(() => refuse(status, code, description));
    const auth = createNestedAuth(setup);
    await expect(auth.getToken({ scopes })).rejects.toMatchObject({ code: expected });
    expect(await auth.isUsable()).toBe(true);
  });

  it.each(['DISABLED', 'NESTED_APP_AUTH_UNAVAILABLE'])('F11 gives up a bridge that says %s', async (status) => {
    putBridge(() => refuse(status));
    const auth = createNestedAuth(setup);
    await expect(auth.getToken({ scopes })).rejects.toMatchObject({ code: 'sign_in_failed' });
    expect(await auth.isUsable()).toBe(false);
  });

  it('F11 is not usable where the host has put no bridge into the page', async () => {
    expect(await createNestedAuth(setup).isUsable()).toBe(false);
  });

  it('F11 does not wait for ever for a bridge that never greets', async () => {
    Object.assign(window, {
      nestedAppAuthBridge: { postMessage: () => {}, addEventListener: () => {}, removeEventListener: () => {} },
    });
    expect(await createNestedAuth({ ...setup, timeoutMs: 20 }).isUsable()).toBe(false);
  });

  it('drops every token when the page forgets, and stores none in the browser', async () => {
    const asked = putBridge(() => toToken('User.Read Calendars.Read'));
    const auth = createNestedAuth(setup);
    await auth.getToken({ scopes });
    auth.forget();
    await auth.getToken({ scopes });
    expect(asked).toHaveLength(2);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('graph-token');
  });
});
