/** The emulated Teams in a real browser, spoken to by the real teams-js and msal-browser from another site. */
import type * as msalBrowser from '@azure/msal-browser';
import type * as teamsJs from '@microsoft/teams-js';
import { decodeJwt } from 'jose';
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from 'playwright-core';

import { withdrawConsent } from '../../emulator/entra/consents.ts';
import { findPerson } from '../../emulator/find-person.ts';
import { startTinyEntra, type TinyEntra } from '../support/tiny-entra.ts';
import { startTinyTab, type TinyTab } from '../support/tiny-tab.ts';
import { HOME_TENANT, TINY_APP } from '../support/tiny-world.ts';

jest.setTimeout(120_000);

/** What the evaluated code finds on the tab's window; their own types are not made for scripts. */
interface TabWindow {
  readonly microsoftTeams: typeof teamsJs;
  readonly msal: typeof msalBrowser;
  pca: msalBrowser.IPublicClientApplication;
  themes: string[];
}
declare const globalThis: TabWindow;

let browser: Browser;
let tab: TinyTab;
let entra: TinyEntra;
let context: BrowserContext;
let page: Page;
let errors: string[];

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
  context = await browser.newContext();
  // teams-js asks for its list of origins as it is imported
  await context.route('https://**', (route) => route.fulfill({ status: 404, body: '' }));
  errors = [];
  context.on('weberror', (error) => errors.push(String(error.error())));
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await entra.close();
  expect(errors).toEqual([]);
});

const hostOrigin = (): string => entra.url.replace('localhost', '127.0.0.1');

/** Opens the host page for a person and initializes teams-js in the tab. */
async function open(query = ''): Promise<Frame> {
  await page.goto(`${entra.url}/teams?person=ann${query}`);
  const frame = page.frames()[1];
  if (frame === undefined) throw new Error('no tab');
  await frame.waitForURL(`${tab.url}/tab`);
  await frame.evaluate((origin) => globalThis.microsoftTeams.app.initialize([origin]), hostOrigin());
  return frame;
}

const createClient = (frame: Frame): Promise<void> =>
  frame.evaluate(
    async ([clientId, authority]) => {
      globalThis.pca = await globalThis.msal.createNestablePublicClientApplication({
        auth: { clientId, authority },
        cache: { cacheLocation: 'memoryStorage' },
      });
    },
    [TINY_APP.clientId, `https://login.microsoftonline.com/${HOME_TENANT}`] as const,
  );

describe('the host page', () => {
  it('moves from localhost to 127.0.0.1, so that the tab is cross-site, and keeps what was asked [I]', async () => {
    await open('&theme=dark');
    expect(page.url()).toBe(`${hostOrigin()}/teams?person=ann&theme=dark`);
  });

  it.each([
    ['web', 'web'],
    ['desktop', 'desktop'],
    ['mobile', 'android'],
  ])('tells the tab who uses it, on %s', async (device, clientType) => {
    const frame = await open(`&device=${device}&theme=dark&locale=nl-nl&subPageId=rooms`);
    const told = await frame.evaluate(() => globalThis.microsoftTeams.app.getContext());
    expect(told).toMatchObject({
      app: { locale: 'nl-NL', theme: 'dark', host: { name: 'Teams', clientType } },
      page: { id: 'agenda', frameContext: 'content', subPageId: 'rooms' },
      user: {
        id: findPerson(entra.context.world, 'ann')?.objectId,
        loginHint: 'ann@tiny.example',
        tenant: { id: HOME_TENANT },
      },
    });
  });

  it('tells the tab of a new theme while it is open [I1]', async () => {
    const frame = await open();
    await frame.evaluate(() => {
      globalThis.themes = [];
      globalThis.microsoftTeams.app.registerOnThemeChangeHandler((theme) => void globalThis.themes.push(theme));
    });
    await page.getByLabel('High contrast').check();
    await page.getByLabel('Light').check();
    await frame.waitForFunction(() => globalThis.themes.length === 2);
    expect(await frame.evaluate(() => globalThis.themes)).toEqual(['contrast', 'default']);
  });

  it("notes that the tab is there, and the tab's own failure [I1]", async () => {
    const frame = await open();
    await frame.evaluate(() => globalThis.microsoftTeams.app.notifyAppLoaded());
    await page.waitForSelector('body[data-tab=loaded]');
    await frame.evaluate(() =>
      globalThis.microsoftTeams.app.notifyFailure({
        reason: globalThis.microsoftTeams.app.FailedReason.Other,
        message: 'nothing works',
      }),
    );
    await page.getByText('nothing works').waitFor();
  });

  it('opens links outside, and keeps those of Teams to itself [H2] [I1]', async () => {
    const frame = await open();
    const opened = context.waitForEvent('page');
    await frame.evaluate((link) => globalThis.microsoftTeams.app.openLink(link), `${tab.url}/tab?linked`);
    expect((await opened).url()).toContain('/tab?linked');
    await frame.evaluate(() => globalThis.microsoftTeams.app.openLink('https://teams.microsoft.com/l/meetup-join/1'));
    await page.getByRole('link', { name: 'https://teams.microsoft.com/l/meetup-join/1' }).waitFor();
    expect(context.pages()).toHaveLength(2);
  });
});

describe('getAuthToken', () => {
  it('gives a token for our API [F1]', async () => {
    const frame = await open();
    const token = await frame.evaluate(() => globalThis.microsoftTeams.authentication.getAuthToken());
    expect(decodeJwt(token)).toMatchObject({ aud: TINY_APP.clientId, scp: 'access_as_user', ver: '2.0' });
  });

  it('asks for consent in a dialog of the host unless silence was asked for [F1]', async () => {
    const ann = findPerson(entra.context.world, 'ann');
    if (ann === undefined) throw new Error('no ann');
    withdrawConsent(entra.context.world, ann, ['access_as_user']);
    const frame = await open();
    const ask = (silent: boolean): Promise<string> =>
      frame.evaluate(
        (quiet) =>
          globalThis.microsoftTeams.authentication.getAuthToken({ silent: quiet }).catch((e: Error) => e.message),
        silent,
      );
    expect(await ask(true)).toBe('resourceRequiresConsent');
    const cancelled = ask(false);
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await cancelled).toBe('CancelledByUser');
    const agreed = ask(false);
    await page.getByRole('button', { name: 'Accept' }).click();
    expect(decodeJwt(await agreed)).toMatchObject({ aud: TINY_APP.clientId });
  });
});

describe('authenticate', () => {
  const start = (frame: Frame, query: string): Promise<string> =>
    frame.evaluate(
      ([url]) =>
        globalThis.microsoftTeams.authentication.authenticate({ url }).catch((e: Error) => `failed: ${e.message}`),
      [`${tab.url.replace('http:', 'https:')}/popup?${query}`] as const,
    );

  it.each([
    ['what the page in the window says', 'result=fine', 'fine'],
    ['its failure', 'reason=NoWay', 'failed: NoWay'],
  ])('answers %s, and closes the window', async (_name, query, expected) => {
    const frame = await open();
    expect(await start(frame, `host=${encodeURIComponent(hostOrigin())}&${query}`)).toBe(expected);
    await page.waitForTimeout(500);
    expect(context.pages()).toHaveLength(1);
  });

  it('answers that the person closed the window [F4]', async () => {
    const frame = await open();
    const opened = context.waitForEvent('page');
    const answer = start(frame, `host=${encodeURIComponent(hostOrigin())}`);
    await (await opened).close();
    expect(await answer).toBe('failed: CancelledByUser');
  });
});

describe('nested app authentication', () => {
  it('gives msal-browser a Graph token with what was asked for [I2]', async () => {
    const frame = await open();
    expect(await frame.evaluate(() => globalThis.microsoftTeams.nestedAppAuth.isNAAChannelRecommended())).toBe(true);
    await createClient(frame);
    const result = await frame.evaluate(() =>
      globalThis.pca.acquireTokenSilent({ scopes: ['User.Read', 'Calendars.Read'] }),
    );
    expect(result.scopes).toEqual(expect.arrayContaining(['User.Read', 'Calendars.Read']));
    expect(result.account.username).toBe('ann@tiny.example');
    expect(decodeJwt(result.accessToken)).toMatchObject({ scp: 'User.Read Calendars.Read', tid: HOME_TENANT });
    const again = await frame.evaluate(() =>
      globalThis.pca.acquireTokenSilent({ scopes: ['User.Read', 'Calendars.Read'] }),
    );
    expect(again.fromCache).toBe(true);
  });

  it('gives a token for our own API [I2]', async () => {
    const frame = await open();
    await createClient(frame);
    const scope = `${TINY_APP.appIdUri}/access_as_user`;
    const result = await frame.evaluate((own) => globalThis.pca.acquireTokenSilent({ scopes: [own] }), scope);
    expect(result.scopes).toContain(scope);
    expect(decodeJwt(result.accessToken)).toMatchObject({ aud: TINY_APP.clientId, azp: TINY_APP.clientId });
  });

  it('asks for missing consent in a dialog, and remembers it [F5]', async () => {
    const frame = await open();
    await createClient(frame);
    const request = { scopes: ['People.Read'] };
    const refused = await frame.evaluate(
      (one) => globalThis.pca.acquireTokenSilent(one).catch((e: Error) => e.name),
      request,
    );
    expect(refused).toBe('InteractionRequiredAuthError');
    const ask = (): Promise<string> =>
      frame.evaluate(
        (one) =>
          globalThis.pca.acquireTokenPopup(one).then(
            (result) => result.accessToken,
            (e: { errorCode: string }) => e.errorCode,
          ),
        request,
      );
    const cancelled = ask();
    await page.getByText('People.Read').waitFor();
    await page.keyboard.press('Escape');
    expect(await cancelled).toBe('user_canceled');
    const agreed = ask();
    await page.getByRole('button', { name: 'Accept' }).click();
    expect(decodeJwt(await agreed)).toMatchObject({ scp: 'People.Read' });
    const later = await frame.evaluate(
      (one) => globalThis.pca.acquireTokenSilent({ ...one, forceRefresh: true }),
      request,
    );
    expect(later.scopes).toContain('People.Read');
  });

  it('lets no employee agree to what only an admin may [F4]', async () => {
    const frame = await open();
    await createClient(frame);
    const answer = frame.evaluate(() =>
      globalThis.pca.acquireTokenPopup({ scopes: ['Place.Read.All'] }).catch((e: { errorCode: string }) => e.errorCode),
    );
    await page.getByRole('heading', { name: 'Need admin approval' }).waitFor();
    expect(await page.getByRole('button', { name: 'Accept' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await answer).toBe('user_canceled');
  });

  it('is not there where the host does not offer it [F5]', async () => {
    const frame = await open('&nested=off');
    expect(await frame.evaluate(() => globalThis.microsoftTeams.nestedAppAuth.isNAAChannelRecommended())).toBe(false);
    expect(
      await frame.evaluate(() => 'nestedAppAuthBridge' in window && window.nestedAppAuthBridge !== undefined),
    ).toBe(false);
    const token = await frame.evaluate(() => globalThis.microsoftTeams.authentication.getAuthToken());
    expect(decodeJwt(token)).toMatchObject({ aud: TINY_APP.clientId });
  });
});

describe('the start page', () => {
  it('leads to the chosen host with all choices [I]', async () => {
    await page.goto(`${entra.url}/`);
    await page.getByLabel('boss Tiny').check();
    await page.getByLabel('Mobile').check();
    await page.getByLabel('Dark').check();
    await page.getByLabel('Not offered').check();
    await page.getByLabel('Language').selectOption('nl-NL');
    await page.getByRole('button', { name: 'Open' }).click();
    await page.waitForURL(`${hostOrigin()}/teams?person=boss&device=mobile&theme=dark&nested=off&locale=nl-NL`);
    expect(await page.title()).toContain('boss Tiny');
  });
});
