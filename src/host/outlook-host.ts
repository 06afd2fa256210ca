/** Outlook around the task pane as host: its colours, language and device, told by Office.js. */
import type { Host, HostTheme } from './host.ts';
import type { OfficeApi } from './open-office.ts';
import { toOfficeTheme } from './office-theme.ts';

interface Query {
  readonly matches: boolean;
  readonly addEventListener: (type: 'change', listener: () => void) => void;
}

/** What of Office.js is asked. */
export interface OutlookOffice {
  readonly context: Pick<OfficeApi['context'], 'displayLanguage' | 'platform' | 'officeTheme'> & {
    readonly mailbox: Pick<Office.Mailbox, 'addHandlerAsync'>;
  };
  readonly EventType: Pick<typeof Office.EventType, 'OfficeThemeChanged'>;
}

export interface OutlookHostNeeds {
  readonly office: OutlookOffice;
  readonly view?: string | undefined;
  readonly matchMedia: (query: string) => Query;
  readonly open: (url: string) => void;
}

export function toOutlookDevice(platform: string): Host['device'] {
  if (platform === 'iOS' || platform === 'Android') return 'mobile';
  return platform === 'OfficeOnline' ? 'web' : 'desktop';
}

/** Outlook on phones, and before Mailbox 1.14, tells no colours: the device's own are taken. */
export function createOutlookHost({ office, view, matchMedia, open }: OutlookHostNeeds): Host {
  const { context } = office;
  const contrast = matchMedia('(forced-colors: active)');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const toTheme = (): HostTheme => {
    if (contrast.matches) return 'contrast';
    return toOfficeTheme(context.officeTheme) ?? (dark.matches ? 'dark' : 'light');
  };
  return {
    name: 'outlook',
    device: toOutlookDevice(String(context.platform)),
    locale: context.displayLanguage,
    theme: toTheme(),
    view,
    onThemeChange: (listener) => {
      const tell = (): void => listener(toTheme());
      for (const query of [contrast, dark]) query.addEventListener('change', tell);
      // an Outlook that knows no such event says so in its answer, and the theme stays
      context.mailbox.addHandlerAsync(office.EventType.OfficeThemeChanged, tell);
    },
    openLink: open,
    notifyReady: () => undefined,
    notifyFailure: () => undefined,
  };
}
