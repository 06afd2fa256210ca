/** Signing in from a plain browser: the real msal-browser, its popup and the emulated Entra's pages. */
import type * as msalBrowser from '@azure/msal-browser';
import { decodeJwt } from 'jose';
import { chromium, type Browser, type Page } from 'playwright-core';

import { startTinyEntra, type TinyEntra } from '../support/tiny-entra.ts';
import { startTinyTab, type TinyTab } from '../support/tiny-tab.ts';
import { HOME_TENANT, TINY_APP } from '../support/tiny-world.ts';

jest.setTimeout(120_000);

interface TabWindow {
  readonly msal: typeof msalBrowser;
  pca: msalBrowser.IPublicClientApplication;
}
declare const globalThis: TabWindow;

let browser: Browser;
let tab: TinyTab;
let entra: TinyEntra;
let page: Page;

beforeAll(async () => {
  const executablePath = process.env['JOURNEY_BROWSER'];
  browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu'],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  tab = await startTinyTab();
});
afterAll(async () => {
  await browser.close();
  await tab.close();
});
beforeEach(async () => {
  entra = await startTinyEntra({ url: tab.url });
  page = await (await browser.newContext()).newPage();
  await page.context().route('https://**', (route) => route.abort());
  await page.goto(`${tab.url}/tab`);
  await page.evaluate(
    async ([clientId, entraUrl]) => {
      const authority = 'https://login.microsoftonline.com/organizations';
      globalThis.pca = await globalThis.msal.createStandardPublicClientApplication({
        auth: {
          clientId,
          authority,
          knownAuthorities: ['login.microsoftonline.com'],
          redirectUri: `${location.origin}/redirect.html`,
          authorityMetadata: JSON.stringify({
            issuer: `${authority}/v2.0`,
            authorization_endpoint: `${entraUrl}/organizations/oauth2/v2.0/authorize`,
            token_endpoint: `${entraUrl}/organizations/oauth2/v2.0/token`,
            jwks_uri: `${entraUrl}/organizations/discovery/v2.0/keys`,
          }),
        },
        cache: { cacheLocation: 'memoryStorage' },
      });
    },
    [TINY_APP.clientId, entra.url] as const,
  );
});
afterEach(async () => {
  await page.context().close();
  await entra.close();
});

const startSignIn = async (scopes: string[]): Promise<{ popup: Page; outcome: Promise<unknown> }> => {
  const opened = page.context().waitForEvent('page');
  const outcome = page.evaluate(
    (wanted) =>
      globalThis.pca.acquireTokenPopup({ scopes: wanted }).then(
        ({ accessToken, account, scopes: granted }) => ({ accessToken, username: account.username, granted }),
        (error: { errorCode: string }) => error.errorCode,
      ),
    scopes,
  );
  return { popup: await opened, outcome };
};

it('picks an account, agrees, and gets tokens for Graph and for our API', async () => {
  const { popup, outcome } = await startSignIn(['User.Read', 'People.Read']);
  await popup.getByRole('button', { name: 'ann Tiny' }).click();
  await popup.getByRole('button', { name: 'Accept' }).click();
  expect(await outcome).toMatchObject({
    username: 'ann@tiny.example',
    granted: expect.arrayContaining(['User.Read', 'People.Read']),
  });
  const own = await page.evaluate((scope) => {
    const account = globalThis.pca.getAllAccounts()[0];
    return globalThis.pca.acquireTokenSilent({ scopes: [scope], ...(account === undefined ? {} : { account }) });
  }, `${TINY_APP.appIdUri}/access_as_user`);
  expect(decodeJwt(own.accessToken)).toMatchObject({ aud: TINY_APP.clientId, tid: HOME_TENANT, scp: 'access_as_user' });
});

it('hears that consent was declined', async () => {
  const { popup, outcome } = await startSignIn(['People.Read']);
  await popup.getByRole('button', { name: 'ann Tiny' }).click();
  await popup.getByRole('button', { name: 'Cancel' }).click();
  expect(await outcome).toBe('access_denied');
});
