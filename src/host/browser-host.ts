/** A plain browser as host: what it tells is the browser's own language, colours and kind of device. */
import type { Host, HostTheme } from './host.ts';

interface Query {
  readonly matches: boolean;
  readonly addEventListener: (type: 'change', listener: () => void) => void;
}

export interface BrowserNeeds {
  /** The page's own address. */
  readonly url: URL;
  readonly locale: string;
  readonly userAgent: string;
  /** Of the screen: a tablet that calls itself a desktop computer is touched in several places at once. */
  readonly touchPoints: number;
  readonly matchMedia: (query: string) => Query;
  readonly open: (url: string) => void;
}

const PHONES = /Android|iPhone|iPad|iPod|Mobile|Silk\//i;

/** A narrow window on a desk is no phone. */
export function toBrowserDevice(userAgent: string, touchPoints: number): Host['device'] {
  return PHONES.test(userAgent) || (/Macintosh/i.test(userAgent) && touchPoints > 1) ? 'mobile' : 'web';
}

export function createBrowserHost(needs: BrowserNeeds): Host {
  const contrast = needs.matchMedia('(forced-colors: active)');
  const dark = needs.matchMedia('(prefers-color-scheme: dark)');
  const toTheme = (): HostTheme => {
    if (contrast.matches) return 'contrast';
    return dark.matches ? 'dark' : 'light';
  };
  return {
    name: 'browser',
    device: toBrowserDevice(needs.userAgent, needs.touchPoints),
    locale: needs.locale,
    theme: toTheme(),
    view: needs.url.searchParams.get('view') ?? undefined,
    onThemeChange: (listener) => {
      for (const query of [contrast, dark]) query.addEventListener('change', () => listener(toTheme()));
    },
    openLink: needs.open,
    notifyReady: () => undefined,
    notifyFailure: () => undefined,
  };
}
