/** The emulated Outlook with a pane of its own in a browser, for tests of the host alone. */
import type * as msalBrowser from '@azure/msal-browser';
import { chromium, type BrowserContext, type Frame, type Page } from 'playwright-core';

import { createEmulator, type Emulator } from '../../emulator/create-emulator.ts';
import { TEST_APP } from './emulator-client.ts';
import { startTinyTab } from './tiny-tab.ts';

export interface Result {
  readonly status: string;
  readonly value?: unknown;
  readonly error?: { readonly code: number; readonly name: string };
  readonly asyncContext?: unknown;
}
type Method = (...args: readonly unknown[]) => void;

/** What the evaluated code finds on the pane's window. */
export interface PaneWindow {
  readonly Office: {
    readonly onReady: () => Promise<{ readonly host: string | null; readonly platform: string | null }>;
    readonly context: {
      readonly displayLanguage: string;
      readonly officeTheme?: { readonly bodyBackgroundColor: string };
      readonly requirements: { readonly isSetSupported: (name: string, version?: string) => boolean };
      readonly ui: { readonly displayDialogAsync: Method };
      readonly mailbox: {
        readonly item: Readonly<Record<string, unknown>> | null;
        readonly userProfile: Readonly<Record<string, unknown>>;
        readonly convertToRestId: (id: string, version: string) => string;
        readonly addHandlerAsync: Method;
      };
    };
  };
  readonly OfficeRuntime: { readonly auth: { readonly getAccessToken: (options?: object) => Promise<string> } };
  readonly msal: typeof msalBrowser;
  readonly history: { readonly pushState: unknown; readonly replaceState: unknown };
  heard: unknown[];
}
declare const globalThis: PaneWindow;

export interface OutlookVisit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Opens the host page for alex and waits for Office.js in the pane. */
  open(query?: string): Promise<Frame>;
}

export interface OutlookStage {
  readonly emulator: Emulator;
  readonly tabUrl: string;
  /** A fresh browser context on a fresh world. */
  visit(): Promise<OutlookVisit>;
  control(path: string, body: unknown): Promise<void>;
  close(): Promise<void>;
}

export async function openOutlookStage(): Promise<OutlookStage> {
  const executablePath = process.env['JOURNEY_BROWSER'];
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu'],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  const tab = await startTinyTab();
  const emulator = await createEmulator({ app: { ...TEST_APP, url: tab.url }, now: '2026-11-23T07:00:00Z' });
  tab.useOffice(`${emulator.url}/office.js`);
  return {
    emulator,
    tabUrl: tab.url,
    visit: async () => {
      await emulator.reset();
      const context = await browser.newContext();
      const page = await context.newPage();
      const open = async (query = ''): Promise<Frame> => {
        await page.goto(`${emulator.url}/outlook?person=alex${query}`);
        const frame = page.frames()[1];
        if (frame === undefined) throw new Error('no pane');
        await frame.waitForURL(`${tab.url}/pane`);
        await frame.evaluate(() => globalThis.Office.onReady());
        return frame;
      };
      return { context, page, open };
    },
    control: async (path, body) => {
      const answer = await fetch(`${emulator.url}/emulator/${path}`, { method: 'POST', body: JSON.stringify(body) });
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    },
    close: async () => {
      await browser.close();
      await tab.close();
      await emulator.close();
    },
  };
}

/** One call of the item, such as `subject.setAsync`, as an AsyncResult. Times cross as ISO texts. */
export const callItem = (frame: Frame, name: string, ...args: readonly unknown[]): Promise<Result> =>
  frame.evaluate(
    ([path, given]) =>
      new Promise<Result>((resolve) => {
        const toDate = (one: unknown): unknown =>
          typeof one === 'string' && /^\d{4}-\d\d-\d\dT/.test(one) ? new Date(one) : one;
        const owner = path.split('.').slice(0, -1);
        const at = owner.reduce<unknown>(
          (from, key) => (from as Readonly<Record<string, unknown>>)[key],
          globalThis.Office.context.mailbox.item,
        ) as Readonly<Record<string, Method>>;
        at[path.split('.').at(-1) ?? '']?.(...given.map(toDate), (result: Result) =>
          resolve(JSON.parse(JSON.stringify(result))),
        );
      }),
    [name, args] as const,
  );
