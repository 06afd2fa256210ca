import type { AccountInfo, AuthenticationResult } from '@azure/msal-browser';
import { createBrowserSignIn } from '../../src/auth/browser-sign-in.ts';
import type { SignInClient } from '../../src/auth/sign-in-client.ts';

const API = 'api://app.test/access_as_user';

const account = (name: string): AccountInfo => ({
  ...{ homeAccountId: `${name}.tenant`, environment: 'login.test', tenantId: 'tenant' },
  ...{ username: `${name}@contoso.example`, localAccountId: name },
});
const result = (name: string, scopes: readonly string[]): AuthenticationResult =>
  ({
    ...{ accessToken: `${name}:${scopes.join('+')}`, account: account(name), scopes: [...scopes] },
    ...{ uniqueId: name, tenantId: 'tenant' },
  }) as AuthenticationResult;

class InteractionRequiredAuthError extends Error {
  readonly errorCode = 'login_required';
  override readonly name = 'InteractionRequiredAuthError';
}
const needed = (): Promise<never> => Promise.reject(new InteractionRequiredAuthError('AADSTS50058'));

/** Microsoft's side: who has a session there, and who signs in in its window. */
function openEntra(about: { session?: string; chooses?: string; consented?: readonly string[] } = {}) {
  const asked: string[] = [];
  const made: (string | undefined)[] = [];
  const entra = { ...{ consented: ['User.Read', API], ...about } };
  const createClient = (kept: AuthenticationResult | undefined): Promise<SignInClient> => {
    made.push(kept?.account.username);
    return Promise.resolve({
      ssoSilent: () => {
        asked.push('silently');
        return entra.session === undefined ? needed() : Promise.resolve(result(entra.session, [API]));
      },
      acquireTokenSilent: ({ scopes, account: who }) => {
        asked.push(`quiet ${scopes.join(' ')}`);
        const isGiven = scopes.every((scope) => entra.consented.includes(scope));
        return isGiven ? Promise.resolve(result(who?.localAccountId ?? '', scopes)) : needed();
      },
      acquireTokenPopup: ({ scopes, prompt, account: who }) => {
        asked.push(['window', prompt ?? who?.username ?? ''].join(' ').trim());
        return Promise.resolve(result(entra.chooses ?? who?.localAccountId ?? '', scopes));
      },
      hydrateCache: () => Promise.resolve(),
    });
  };
  return { ...{ entra, asked, made }, page: createBrowserSignIn({ config: { apiScope: API }, createClient }) };
}

describe('createBrowserSignIn', () => {
  it('needs no window where Microsoft knows the person', async () => {
    const { page, asked } = openEntra({ session: 'ana' });
    const [token, graph] = await Promise.all([page.getApiToken({}), page.graph.getToken({ scopes: ['User.Read'] })]);
    expect([token, graph.token]).toEqual([`ana:${API}`, 'ana:User.Read']);
    expect(asked.filter((one) => one === 'silently')).toHaveLength(1);
    expect(page.readName()).toBe('ana@contoso.example');
  });

  it('asks silently once, and then waits for the person', async () => {
    const { page, asked } = openEntra();
    await expect(page.getApiToken({})).rejects.toMatchObject({ code: 'interaction_required' });
    await expect(page.getApiToken({})).rejects.toMatchObject({ code: 'interaction_required' });
    await expect(page.graph.getToken({ scopes: ['User.Read'] })).rejects.toMatchObject({
      code: 'interaction_required',
    });
    expect(asked).toEqual(['silently']);
  });

  it('lets whoever signs in in the window in, and lets the account be chosen', async () => {
    const { page, entra, asked } = openEntra({ chooses: 'ana' });
    expect(await page.getApiToken({ withWindow: true })).toBe(`ana:${API}`);
    entra.chooses = 'ben';
    expect(await page.getApiToken({ withWindow: true, other: true })).toBe(`ben:${API}`);
    expect(asked).toEqual(['window', 'window select_account']);
    expect((await page.graph.getToken({ scopes: ['User.Read'] })).account.objectId).toBe('ben');
  });

  it('opens the window straight away for what it knows to be missing', async () => {
    const { page, asked } = openEntra({ session: 'ana' });
    const scopes = ['Calendars.ReadWrite'];
    await expect(page.graph.getToken({ scopes })).rejects.toMatchObject({ code: 'interaction_required' });
    asked.length = 0;
    await page.graph.getToken({ scopes, withWindow: true });
    expect(asked).toEqual(['window ana@contoso.example']);
  });

  it('takes no token for Graph of another person than the one who is in', async () => {
    const { page } = openEntra({ session: 'ana', chooses: 'ben' });
    const asked = page.graph.getToken({ scopes: ['Calendars.ReadWrite'], withWindow: true });
    await expect(asked).rejects.toMatchObject({ code: 'sign_in_failed' });
    expect(page.readName()).toBe('ana@contoso.example');
  });

  it('keeps the person and no token for Graph when it forgets', async () => {
    const { page, made } = openEntra({ session: 'ana' });
    await page.graph.getToken({ scopes: ['User.Read'] });
    page.graph.forget();
    await page.getApiToken({});
    expect(made).toEqual([undefined, 'ana@contoso.example']);
  });

  it('stays signed out after signing out, even where Microsoft still knows the person', async () => {
    const { page, asked } = openEntra({ session: 'ana' });
    await page.getApiToken({});
    asked.length = 0;
    page.signOut();
    await expect(page.getApiToken({})).rejects.toMatchObject({ code: 'interaction_required' });
    expect([asked, page.readName()]).toEqual([[], undefined]);
  });

  it('brings nobody back by an answer that comes after signing out', async () => {
    const { page } = openEntra({ session: 'ana' });
    const late = page.getApiToken({});
    page.signOut();
    await expect(late).rejects.toMatchObject({ code: 'cancelled' });
    expect(page.readName()).toBeUndefined();
  });
});
