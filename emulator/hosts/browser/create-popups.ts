/** Runs in the host page: the window of `authentication.authenticate`. Sent as text, so it refers to nothing outside of itself. */

export interface Popups {
  isCurrent(source: MessageEventSource | null): boolean;
  /** Opens the app's sign-in page; `done` hears the result once. */
  open(
    url: string,
    size: { readonly width: number; readonly height: number },
    done: (ok: boolean, value: string) => void,
  ): void;
  /** The page in the window says how it went. */
  finish(ok: boolean, value: string): void;
}

export function createPopups(): Popups {
  let current:
    { readonly popup: Window; readonly done: (ok: boolean, value: string) => void; readonly watch: number } | undefined;

  const finish = (ok: boolean, value: string): void => {
    const ended = current;
    if (ended === undefined) return;
    current = undefined;
    clearInterval(ended.watch);
    ended.popup.close();
    ended.done(ok, value);
  };

  return {
    isCurrent: (source) => current !== undefined && source === current.popup,
    open: (text, size, done) => {
      finish(false, 'CancelledByUser');
      if (!URL.canParse(text)) return done(false, 'InvalidUrl');
      const url = new URL(text);
      // the library takes https addresses only, while the demo's app is reached over http
      if (url.hostname === 'localhost') url.protocol = 'http:';
      const popup = window.open(url.href, 'authenticate', `width=${size.width},height=${size.height}`);
      if (popup === null) return done(false, 'FailedToOpenWindow');
      const watch = window.setInterval(() => popup.closed && finish(false, 'CancelledByUser'), 300);
      current = { popup, done, watch };
    },
    finish,
  };
}
