/** The pane's page opened as a dialog of Office: leads on to the consent window's way, and says to the pane how it ended. */
import { type Purpose, parsePurpose } from '../domain/contract/purpose.ts';
import type { ConsentOutcome } from './consent-window.ts';

/** How the page is told its part. */
const ASKED = 'consent';
const SAID = 'said';

const SAYINGS = ['agreed', 'refused', 'state'] as const;
export type ConsentSaying = (typeof SAYINGS)[number];

/** Whatever is no saying of ours is no agreement. */
export const parseSaying = (text: unknown): ConsentSaying => SAYINGS.find((saying) => saying === text) ?? 'state';

export const toOfficeDialogUrl = (origin: string, purpose: Purpose): string => `${origin}/pane?${ASKED}=${purpose}`;

export const toOfficeSaying = (outcome: ConsentOutcome): string =>
  `/pane?${SAID}=${outcome.ok ? 'agreed' : outcome.reason}`;

interface DialogPage {
  readonly query: URLSearchParams;
  readonly messageParent: (message: string) => void;
  readonly leadOn: (path: string) => void;
}

export const isOfficeDialog = (query: URLSearchParams): boolean => query.has(ASKED) || query.has(SAID);

/** Office's script has run by now on the first page already: it remembers its host across the way through Entra. */
export function runOfficeDialog({ query, messageParent, leadOn }: DialogPage): void {
  if (query.has(SAID)) messageParent(parseSaying(query.get(SAID)));
  else leadOn(`/auth-start?for=${parsePurpose(query.get(ASKED))}&from=office`);
}
