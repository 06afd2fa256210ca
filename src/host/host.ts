/** What a host of the page (Teams, Outlook, a plain browser) tells and does for it. */

export type HostTheme = 'light' | 'dark' | 'contrast';

/** What the host tells about itself; never a basis for authorization. */
export interface Host {
  readonly name: 'teams' | 'outlook' | 'browser';
  readonly device: 'web' | 'desktop' | 'mobile';
  readonly locale: string;
  readonly theme: HostTheme;
  /** The page inside of the app that a link asks for (`proof`). */
  readonly view?: string | undefined;
  readonly onThemeChange: (listener: (theme: HostTheme) => void) => void;
  /** Opens a link outside of the frame. */
  readonly openLink: (url: string) => void;
  /** Lets the host take away its own loading picture. */
  readonly notifyReady: () => void;
  readonly notifyFailure: (message: string) => void;
}
