/** The emulated Outlook in a real browser: what the stub of Office.js tells a pane of another site, and how it signs in. */
import { decodeJwt } from 'jose';
import type { Frame } from 'playwright-core';

import { TEST_APP } from '../support/emulator-client.ts';
import {
  openOutlookStage,
  type OutlookStage,
  type OutlookVisit,
  type PaneWindow,
  type Result,
} from '../support/outlook-stage.ts';

jest.setTimeout(120_000);

declare const globalThis: PaneWindow;

let stage: OutlookStage;
let visit: OutlookVisit;
beforeAll(async () => {
  stage = await openOutlookStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  visit = await stage.visit();
});
afterEach(() => visit.context.close());

describe('Office.js', () => {
  it('says host, person, language and what it supports, and takes history away [H3]', async () => {
    const frame = await visit.open('&locale=nl-NL');
    const told = await frame.evaluate(async () => ({
      ready: await globalThis.Office.onReady(),
      language: globalThis.Office.context.displayLanguage,
      mailbox: globalThis.Office.context.requirements.isSetSupported('Mailbox', '1.14'),
      later: globalThis.Office.context.requirements.isSetSupported('Mailbox', '1.17'),
      profile: globalThis.Office.context.mailbox.userProfile,
      history: [globalThis.history.pushState, globalThis.history.replaceState],
    }));
    expect(told).toMatchObject({
      ready: { host: 'Outlook', platform: 'OfficeOnline' },
      language: 'nl-NL',
      mailbox: true,
      later: false,
      profile: { emailAddress: 'alex@contoso.example', timeZone: expect.any(String) },
      history: [null, null],
    });
  });

  it('has on phones Mailbox 1.5, no theme, and ids as Graph has them [H3]', async () => {
    const item = 'AAMkmessage-1-alexAAA=';
    const frame = await visit.open(`&device=mobile&item=${encodeURIComponent(item)}`);
    const told = await frame.evaluate(() => ({
      sets: ['1.5', '1.8'].map((one) => globalThis.Office.context.requirements.isSetSupported('Mailbox', one)),
      theme: globalThis.Office.context.officeTheme,
      id: globalThis.Office.context.mailbox.item?.['itemId'],
    }));
    expect(told).toEqual({ sets: [true, false], theme: undefined, id: item });
  });

  it('says no host outside of Outlook', async () => {
    await visit.page.goto(`${stage.tabUrl}/pane`);
    expect(await visit.page.evaluate(() => globalThis.Office.onReady())).toEqual({ host: null, platform: null });
  });

  it('tells of a new theme while the pane is open [H3]', async () => {
    const frame = await visit.open('&theme=dark');
    const ground = (): Promise<string | undefined> =>
      frame.evaluate(() => globalThis.Office.context.officeTheme?.bodyBackgroundColor);
    expect(await ground()).toBe('#292929');
    await frame.evaluate(() => {
      globalThis.heard = [];
      globalThis.Office.context.mailbox.addHandlerAsync('officeThemeChanged', (event: unknown) =>
        globalThis.heard.push(event),
      );
    });
    await visit.page.getByLabel('Light').check();
    await frame.waitForFunction(() => globalThis.heard.length === 1);
    expect(await ground()).toBe('#FFFFFF');
  });

  it('opens a dialog of its own domain, hears what it says, and that it was closed', async () => {
    const frame = await visit.open();
    const opened = visit.context.waitForEvent('page');
    await frame.evaluate((url) => {
      globalThis.heard = [];
      globalThis.Office.context.ui.displayDialogAsync(url, { height: 50 }, (result: Result) => {
        const dialog = result.value as { addEventHandler: (type: string, hear: (event: unknown) => void) => void };
        dialog.addEventHandler('dialogMessageReceived', (event) => globalThis.heard.push(event));
        dialog.addEventHandler('dialogEventReceived', (event) => globalThis.heard.push(event));
      });
    }, `${stage.tabUrl}/dialog?say=hello`);
    await frame.waitForFunction(() => globalThis.heard.length === 1);
    await (await opened).close();
    await frame.waitForFunction(() => globalThis.heard.length === 2);
    expect(await frame.evaluate(() => globalThis.heard)).toEqual([
      { message: 'hello', origin: stage.tabUrl },
      { error: 12006 },
    ]);
  });

  it.each([
    ['another domain', 'https://example.com/', 12004],
    ['no address', 'nowhere', 12002],
  ])('opens no dialog for %s', async (_name, url, code) => {
    const frame = await visit.open();
    const result = await frame.evaluate(
      (address) =>
        new Promise<Result>((resolve) =>
          globalThis.Office.context.ui.displayDialogAsync(address, (one: Result) =>
            resolve({ status: one.status, error: { code: one.error?.code ?? 0, name: '' } }),
          ),
        ),
      url,
    );
    expect(result).toMatchObject({ status: 'failed', error: { code } });
  });
});

describe('getAccessToken', () => {
  const ask = (frame: Frame, options = {}): Promise<string | number> =>
    frame.evaluate(
      (given) => globalThis.OfficeRuntime.auth.getAccessToken(given).catch((error: { code: number }) => error.code),
      options,
    );

  it("gives a token for our API, with Office's numbers where it can't [F8]", async () => {
    const frame = await visit.open();
    expect(decodeJwt(String(await ask(frame)))).toMatchObject({ aud: TEST_APP.clientId, scp: 'access_as_user' });
    expect(await ask(frame, { forMSGraphAccess: true })).toBe(13012);
    await stage.control('consents', { person: 'alex', scopes: ['access_as_user'], granted: false });
    expect(await ask(frame)).toBe(13005);
    const cancelled = ask(frame, { allowConsentPrompt: true });
    await visit.page.getByRole('button', { name: 'Cancel' }).click();
    expect(await cancelled).toBe(13002);
    await stage.control('people', { person: 'alex', accountEnabled: false });
    expect(await ask(frame)).toBe(13001);
  });

  it('answers one call at a time [F8]', async () => {
    const frame = await visit.open();
    const outcomes = await frame.evaluate(() =>
      Promise.all(
        [1, 2].map(() =>
          globalThis.OfficeRuntime.auth.getAccessToken().then(
            () => 0,
            (error: { code: number }) => error.code,
          ),
        ),
      ),
    );
    expect(outcomes).toEqual([0, 13008]);
  });
});

describe('nested app authentication in Outlook', () => {
  const hasSet = (frame: Frame): Promise<boolean> =>
    frame.evaluate(() => globalThis.Office.context.requirements.isSetSupported('NestedAppAuth', '1.1'));

  it('gives msal-browser a Graph token over the bridge [F5] [I2]', async () => {
    const frame = await visit.open();
    expect(await hasSet(frame)).toBe(true);
    const token = await frame.evaluate(async (clientId) => {
      const pca = await globalThis.msal.createNestablePublicClientApplication({ auth: { clientId } });
      return (await pca.acquireTokenSilent({ scopes: ['User.Read'] })).accessToken;
    }, TEST_APP.clientId);
    expect(decodeJwt(token)).toMatchObject({ scp: 'User.Read', upn: 'alex@contoso.example' });
  });

  it('is not there where it is not offered [F5]', async () => {
    const frame = await visit.open('&nested=off');
    expect(await hasSet(frame)).toBe(false);
    expect(await frame.evaluate(() => 'nestedAppAuthBridge' in globalThis)).toBe(false);
  });
});
