/** The emulator's own refusals, for whoever drives it: problem+json. */
import type { Response } from 'express';

export function sendProblem(response: Response, status: number, title: string, detail?: string): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ title, status, ...(detail === undefined ? {} : { detail }) }));
}
