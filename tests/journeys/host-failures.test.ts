/** How the emulated Teams fails, on order: its single sign-on, and each way of nested app authentication to say no (fact sheet F1, I1, I2). */
import type * as msalBrowser from '@azure/msal-browser';
import type * as microsoftTeams from '@microsoft/teams-js';
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from 'playwright-core';

import { createEmulator, type Emulator } from '../../emulator/create-emulator.ts';
import { TEST_APP } from '../support/emulator-client.ts';
import { startTinyTab, type TinyTab } from '../support/tiny-tab.ts';

interface TabWindow {
  msal: typeof msalBrowser;
  microsoftTeams: typeof microsoftTeams;
  pca: msalBrowser.IPublicClientApplication;
}
declare const globalThis: TabWindow;

// a browser and a bundle are made before the first case
jest.setTimeout(120_000);

let browser: Browser;
let tab: TinyTab;
let emulator: Emulator;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  const executablePath = process.env['JOURNEY_BROWSER'];
  browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu'],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  tab = await startTinyTab();
  emulator = await createEmulator({ app: { ...TEST_APP, url: tab.url } });
});
afterAll(async () => {
  await browser.close();
  await emulator.close();
  await tab.close();
});
beforeEach(async () => {
  await emulator.reset();
  context = await browser.newContext();
  await context.route('https://**', (route) => route.fulfill({ status: 404, body: '' }));
  page = await context.newPage();
});
afterEach(() => context.close());

const order = async (path: string, answer: Record<string, unknown>, times = 1): Promise<void> => {
  const body = JSON.stringify([{ match: { method: 'POST', path: `/hosts/broker/${path}` }, answer, times }]);
  const headers = { 'content-type': 'application/json' };
  const { status } = await fetch(`${emulator.url}/emulator/faults`, { method: 'POST', headers, body });
  expect(status).toBe(200);
};

async function open(query = ''): Promise<Frame> {
  await page.goto(`${emulator.url}/teams?person=alex${query}`);
  const frame = page.frames()[1];
  if (frame === undefined) throw new Error('no tab');
  await frame.waitForURL(`${tab.url}/tab`);
  const origin = emulator.url.replace('localhost', '127.0.0.1');
  await frame.evaluate((host) => globalThis.microsoftTeams.app.initialize([host]), origin);
  return frame;
}

const createClient = (frame: Frame): Promise<void> =>
  frame.evaluate(async (clientId) => {
    globalThis.pca = await globalThis.msal.createNestablePublicClientApplication({
      auth: { clientId, authority: 'https://login.microsoftonline.com/common' },
      cache: { cacheLocation: 'memoryStorage' },
    });
  }, TEST_APP.clientId);

/** `name/code` of what msal-browser throws. */
const askSilently = (frame: Frame): Promise<string> =>
  frame.evaluate(() =>
    globalThis.pca.acquireTokenSilent({ scopes: ['User.Read'], forceRefresh: true }).then(
      () => 'a token',
      (error: { name: string; errorCode: string }) => `${error.name}/${error.errorCode}`,
    ),
  );

describe('nested app authentication', () => {
  it.each([
    ['USER_INTERACTION_REQUIRED', 'invalid_grant', 'InteractionRequiredAuthError/invalid_grant'],
    ['USER_CANCEL', 'access_denied', 'ClientAuthError/user_canceled'],
    ['NO_NETWORK', 'no_network', 'ClientAuthError/no_network_connectivity'],
    ['TRANSIENT_ERROR', 'temporarily_unavailable', 'ServerError/temporarily_unavailable'],
    ['PERSISTENT_ERROR', 'invalid_client', 'ServerError/invalid_client'],
    ['DISABLED', 'disabled', 'ClientAuthError/nested_app_auth_bridge_disabled'],
    ['ACCOUNT_UNAVAILABLE', 'no_account', 'ClientAuthError/no_account_found'],
    ['NESTED_APP_AUTH_UNAVAILABLE', 'unavailable', 'ClientAuthError/unavailable'],
  ])('says %s where it was ordered, once [I2]', async (status, code, thrown) => {
    const frame = await open();
    await createClient(frame);
    await order('nested/GetToken', { status: 400, body: { status, code, subError: 'x', description: 'ordered' } });
    expect(await askSilently(frame)).toBe(thrown);
    expect(await askSilently(frame)).toBe('a token');
  });

  it('says NO_NETWORK where the connection was cut, and an error that passes where the service is down [I2]', async () => {
    const frame = await open();
    await createClient(frame);
    // browsers try again by themselves where an old connection was closed
    await order('nested/GetToken', { cut: true }, 4);
    expect(await askSilently(frame)).toBe('ClientAuthError/no_network_connectivity');
    await fetch(`${emulator.url}/emulator/faults`, { method: 'DELETE' });
    await order('nested/GetToken', { status: 503 });
    expect(await askSilently(frame)).toMatch(/^ServerError/);
  });

  it('never answers its first question where the host hangs [F5]', async () => {
    const frame = await open();
    await order('nested/GetInitContext', { hang: true });
    const created = createClient(frame).then(
      () => 'created',
      () => 'the page is gone',
    );
    expect(await Promise.race([created, page.waitForTimeout(800).then(() => 'nothing')])).toBe('nothing');
  });
});

describe('single sign-on', () => {
  it.each(['resourceRequiresMfa', 'resourceDisabled', 'Invalid authResponse received from msal for resource'])(
    'fails with %s where it was ordered [F1]',
    async (reason) => {
      const frame = await open();
      await order('sso', { status: 400, body: { reason } });
      const ask = (): Promise<string> =>
        frame.evaluate(() =>
          globalThis.microsoftTeams.authentication.getAuthToken().then(
            () => 'a token',
            (error: Error) => error.message,
          ),
        );
      expect(await ask()).toBe(reason);
      expect(await ask()).toBe('a token');
    },
  );
});

describe('messages', () => {
  it.each([
    ['web', 'web'],
    ['desktop', 'desktop'],
    ['mobile', 'android'],
  ])('on %s say %s, in the frame and in the context [I1]', async (device, clientType) => {
    const frame = await open(`&device=${device}&theme=contrast&locale=ar-EG`);
    const told = await frame.evaluate(() => globalThis.microsoftTeams.app.getContext());
    expect(told).toMatchObject({
      app: { theme: 'contrast', locale: 'ar-EG', host: { name: 'Teams', clientType } },
      page: { id: 'agenda', frameContext: 'content' },
    });
  });

  it('of an unknown function stay unanswered, and are noted [I1]', async () => {
    const frame = await open();
    const answered = await frame.evaluate(
      () =>
        new Promise((resolve) => {
          window.addEventListener('message', ({ data }) => {
            if ((data as { readonly id?: number }).id === 4711) resolve('answered');
          });
          const call = { id: 4711, func: 'stageView.open', args: [], timestamp: Date.now() };
          window.parent.postMessage(call, '*');
          setTimeout(() => resolve('nothing'), 400);
        }),
    );
    expect(answered).toBe('nothing');
    await page.getByText("leaves 'stageView.open' unanswered").waitFor();
  });

  it('from another window than the tab are not heard [I1]', async () => {
    const frame = await open();
    const answered = await page.evaluate(
      () =>
        new Promise((resolve) => {
          window.addEventListener('message', ({ data }) => {
            // a question has a function's name, an answer has none
            if (!('func' in (data as object))) resolve('answered');
          });
          window.postMessage({ id: 1, func: 'getContext', args: [] }, '*');
          setTimeout(() => resolve('nothing'), 300);
        }),
    );
    expect(answered).toBe('nothing');
    const stranger = await frame.evaluate(
      () =>
        new Promise((resolve) => {
          const inner = document.createElement('iframe');
          inner.srcdoc = `<script>addEventListener('message', (e) => parent.postMessage('heard', '*'));
            top.postMessage({ id: 1, func: 'getContext', args: [] }, '*')</script>`;
          window.addEventListener('message', ({ data }) => {
            if (data === 'heard') resolve('answered');
          });
          document.body.append(inner);
          setTimeout(() => resolve('nothing'), 400);
        }),
    );
    expect(stranger).toBe('nothing');
  });
});
