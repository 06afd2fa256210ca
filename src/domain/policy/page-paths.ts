/** Which paths are pages and assets, and how data goes into a page. */

/** The one page that loads Office.js. */
export const PANE_PATH = '/pane';

/** Path → file in the folder of built pages. */
export const PAGES: Readonly<Record<string, string>> = {
  '/': 'tab.html',
  '/tab': 'tab.html',
  [PANE_PATH]: 'pane.html',
  '/auth-start': 'auth-start.html',
  '/auth-end': 'auth-end.html',
  '/redirect.html': 'redirect.html',
  '/support': 'support.html',
  '/privacy': 'privacy.html',
  '/terms': 'terms.html',
};

/** Plain names only: no dot at an end, no way up. */
export const ASSET = /^(?:\/[A-Za-z0-9_-]+)*\/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.(?:js|css|svg|png|ico|woff2|txt)$/;

/** Nothing in it may end the script element that holds it. */
export const toDataBlock = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

export interface PageFill {
  readonly nonce: string;
  /** As `toDataBlock` makes it. */
  readonly block: string;
  readonly officeScriptUrl: string;
}

/** Puts in what differs from answer to answer and from server to server. */
export const fillPage = (html: string, { nonce, block, officeScriptUrl }: PageFill): string =>
  html
    .replaceAll('__NONCE__', nonce)
    .replace('__CLIENT_CONFIG__', () => block)
    .replace('__OFFICE_SCRIPT__', () => officeScriptUrl.replaceAll('"', '%22').replaceAll('&', '&amp;'));
