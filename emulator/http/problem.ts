/** The emulator's own refusals, for whoever drives it: problem+json. */
import type { Response } from 'express';

const CODES: Readonly<Record<number, string>> = {
  400: 'bad_request',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
};

export function sendProblem(response: Response, status: number, title: string, detail?: string): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({ code: CODES[status] ?? 'internal', title, status, ...(detail === undefined ? {} : { detail }) }),
    );
}
