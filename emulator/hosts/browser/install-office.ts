/** Runs in the pane as `office.js`: puts `Office`, `OfficeRuntime` and the bridge for nested app authentication on the window. Sent as text, so it refers to nothing outside of itself. */
import type { createOfficeCalls } from './create-office-calls.ts';
import type { createOfficeDialogs } from './create-office-dialogs.ts';
import type { createOfficeDraft } from './create-office-draft.ts';
import type { createOfficeHandlers } from './create-office-handlers.ts';
import type { createOfficeTheme } from './create-office-theme.ts';
import type { createOfficeItem } from './create-office-item.ts';
import type { createOfficeLink } from './create-office-link.ts';
import type { createOfficeMailbox, OfficeMailbox } from './create-office-mailbox.ts';
import type { installNestedBridge } from './install-nested-bridge.ts';
import type { StubOf } from '../stub-of.ts';
import type { OfficeSettings } from '../outlook-settings.ts';

interface OfficeParts {
  readonly createOfficeCalls: typeof createOfficeCalls;
  readonly createOfficeDialogs: typeof createOfficeDialogs;
  readonly createOfficeDraft: typeof createOfficeDraft;
  readonly createOfficeHandlers: typeof createOfficeHandlers;
  readonly createOfficeTheme: typeof createOfficeTheme;
  readonly createOfficeItem: typeof createOfficeItem;
  readonly createOfficeLink: typeof createOfficeLink;
  readonly createOfficeMailbox: typeof createOfficeMailbox;
  readonly installNestedBridge: typeof installNestedBridge;
  readonly constants: Readonly<Record<string, unknown>>;
}

type Ready = { readonly host: string | null; readonly platform: string | null };

export function installOffice(parts: OfficeParts): void {
  const link = parts.createOfficeLink();
  const dialogs = parts.createOfficeDialogs();
  const calls = parts.createOfficeCalls(link);
  const { settle, getAccessToken } = calls;
  const context: Record<string, unknown> = {};

  const displayDialogAsync: Office.UI['displayDialogAsync'] = (address: string, ...rest: readonly unknown[]): void => {
    try {
      settle(rest, { value: dialogs.open(address) });
    } catch (error) {
      settle(rest, { error });
    }
  };

  const isSetSupported = ({ sets }: OfficeSettings, name: string, version: string | number = '1.1'): boolean => {
    const [major = 0, minor = 0] = (sets[name] ?? '0.0').split('.').map(Number);
    const [wantedMajor = 1, wantedMinor = 0] = String(version).split('.').map(Number);
    return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor && major > 0);
  };
  const open = async (): Promise<Ready> => {
    const welcome = await link.welcome;
    const ui: StubOf<Office.UI> = { displayDialogAsync, messageParent: dialogs.messageParent };
    if (welcome === undefined) {
      Object.assign(context, { ui, requirements: { isSetSupported: () => false } });
      return { host: null, platform: null };
    }
    const { settings } = welcome;
    const succeed = (args: readonly unknown[], value?: unknown): void => settle(args, { value });
    const { mailbox, theme } = parts.createOfficeMailbox({ ...parts, welcome, link, calls, succeed });
    if (settings.nested) parts.installNestedBridge(link);
    Object.defineProperty(context, 'officeTheme', { get: theme });
    const { platform, hostVersion: version, locale } = settings;
    const told: Omit<StubOf<Office.Context>, 'mailbox'> & Pick<OfficeMailbox, 'mailbox'> = {
      ...{ ui, mailbox, platform, host: 'Outlook', displayLanguage: locale, contentLanguage: locale },
      diagnostics: { host: 'Outlook', platform, version },
      requirements: {
        isSetSupported: (name: string, wanted?: string | number) => isSetSupported(settings, name, wanted),
      },
    };
    Object.assign(context, told);
    return { host: 'Outlook', platform };
  };
  const ready = open();
  const onReady = (callback?: (info: Ready) => void): Promise<Ready> => {
    if (callback !== undefined) void ready.then(callback);
    return ready;
  };
  const auth: StubOf<Office.Auth> = { getAccessToken };
  Object.assign(window, { Office: { ...parts.constants, onReady, context, auth }, OfficeRuntime: { auth } });
  // the real script takes these two away from the page (platform facts H3)
  Object.assign(window.history, { pushState: null, replaceState: null });
}
