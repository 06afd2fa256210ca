/** The frame of every page that the emulator shows: one style sheet, no scripts but its own, never framed. */
import type { Response } from 'express';

import { html, type Markup } from './html.ts';

export const STYLE_PATH = '/hosts/style.css';

export interface Page {
  readonly title: string;
  readonly body: Markup;
  readonly lang?: string;
  /** Class of the body element. */
  readonly kind?: string;
  readonly theme?: string;
  /** Origin that the page may embed. */
  readonly frames?: string;
}

const toPolicy = (frames: string | undefined): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    `frame-src ${frames ?? "'none'"}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

export function sendPage(response: Response, page: Page, status = 200): void {
  const document = html`<!doctype html>
    <html lang="${page.lang ?? 'en'}" data-theme="${page.theme ?? 'light'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${STYLE_PATH}" />
      </head>
      <body class="${page.kind ?? 'sheet'}">
        ${page.body}
      </body>
    </html>`;
  response
    .status(status)
    .set({
      'Content-Security-Policy': toPolicy(page.frames),
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    })
    .type('html')
    .send(document.text);
}
