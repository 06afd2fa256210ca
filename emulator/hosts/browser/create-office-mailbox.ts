/** Runs in the pane: `Office.context.mailbox` and the theme, kept up to date by the page. Sent as text, so it refers to nothing outside of itself. */
import type { OutlookItem } from '../outlook-item.ts';
import type { StubOf } from '../stub-of.ts';
import type { createOfficeDraft } from './create-office-draft.ts';
import type { createOfficeHandlers, OfficeHandlers } from './create-office-handlers.ts';
import type { OfficeCalls } from './create-office-calls.ts';
import type { createOfficeItem, StubItem } from './create-office-item.ts';
import type { OfficeLink, OfficeWelcome } from './create-office-link.ts';
import type { createOfficeTheme } from './create-office-theme.ts';

interface OfficeMailboxParts {
  readonly welcome: OfficeWelcome;
  readonly link: OfficeLink;
  readonly calls: OfficeCalls;
  /** Answers a call that only the stub itself is asked. */
  readonly succeed: (args: readonly unknown[], value?: unknown) => void;
  readonly createOfficeDraft: typeof createOfficeDraft;
  readonly createOfficeHandlers: typeof createOfficeHandlers;
  readonly createOfficeItem: typeof createOfficeItem;
  readonly createOfficeTheme: typeof createOfficeTheme;
}

export interface OfficeMailbox {
  /** Without an item Office.js has null there, whatever its typing says. */
  readonly mailbox: Omit<StubOf<Office.Mailbox>, 'item'> & { readonly item: StubItem | null };
  readonly theme: () => StubOf<Office.OfficeTheme> | undefined;
}

export function createOfficeMailbox(parts: OfficeMailboxParts): OfficeMailbox {
  const { welcome, link, calls, succeed, createOfficeHandlers, createOfficeDraft } = parts;
  const { settings } = welcome;
  const toTheme = parts.createOfficeTheme(settings.platform);
  let theme = toTheme(welcome.theme);

  const own = createOfficeHandlers(succeed);
  let ofItem: OfficeHandlers = createOfficeHandlers(succeed);
  const show = (item: OutlookItem | null): StubItem | null => {
    ofItem = createOfficeHandlers(succeed);
    const handlers = ofItem.methods;
    return item === null ? null : parts.createOfficeItem({ item, settings, calls, handlers, createOfficeDraft });
  };
  let item = show(welcome.item);

  link.listen((message) => {
    if (message.office === 'itemChanged') {
      item = show(message.item ?? null);
      own.tell({ type: 'olkItemSelectedChanged' });
    }
    if (message.office === 'itemEvent' && message.event !== undefined) ofItem.tell(message.event);
    if (message.office !== 'themeChanged') return;
    theme = toTheme(message.theme ?? 'light');
    if (theme !== undefined)
      own.tell({
        ...({ officeTheme: theme } satisfies StubOf<Office.OfficeThemeChangedEventArgs>),
        type: 'officeThemeChanged',
      });
  });

  const toLocal = (date: Date): Office.LocalClientTime => ({
    ...{ year: date.getFullYear(), month: date.getMonth(), date: date.getDate(), hours: date.getHours() },
    ...{ minutes: date.getMinutes(), seconds: date.getSeconds(), milliseconds: date.getMilliseconds() },
    timezoneOffset: -date.getTimezoneOffset(),
  });
  const mailbox = {
    ...own.methods,
    get item() {
      return item;
    },
    userProfile: settings.userProfile,
    diagnostics: {
      hostName: settings.platform === 'PC' ? 'Outlook' : 'OutlookWebApp',
      hostVersion: settings.hostVersion,
    },
    convertToRestId: (id: string) => id.replace(/[/+]/g, (mark) => (mark === '/' ? '-' : '_')),
    convertToEwsId: (id: string) => id.replace(/[-_]/g, (mark) => (mark === '-' ? '/' : '+')),
    convertToLocalClientTime: toLocal,
  };
  return { mailbox, theme: () => theme };
}
