/** Lets the person agree in a dialog of Office, and hears from the dialog how it ended; never a code or a token. */
import * as v from 'valibot';
import type { Purpose } from '../domain/contract/purpose.ts';
import { Failure, type FailureCode } from '../domain/failure.ts';
import { type ConsentSaying, parseSaying, toOfficeDialogUrl } from './office-dialog.ts';

/** What of `Office.context.ui` is used. */
export interface OfficeDialogs {
  readonly displayDialogAsync: Office.UI['displayDialogAsync'];
}

const arrived = v.object({ message: v.string() });
const ended = v.object({ error: v.number() });

/** Office's numbers for a dialog that did not open: the browser's blocker, or one that is open already. */
const BLOCKED: readonly number[] = [12007, 12009, 12011];
const CLOSED_BY_PERSON = 12006;

const toOpenFailure = (code: number | undefined): FailureCode =>
  code !== undefined && BLOCKED.includes(code) ? 'sign_in_blocked' : 'sign_in_failed';

async function openDialog(ui: OfficeDialogs, url: string): Promise<Office.Dialog> {
  return new Promise((resolve, reject) => {
    ui.displayDialogAsync(url, { height: 70, width: 40, promptBeforeOpen: false }, ({ status, value, error }) => {
      if (String(status) === 'succeeded') resolve(value);
      else reject(new Failure(toOpenFailure(error?.code), { path: `Office ${error?.code}` }));
    });
  });
}

/** Resolves once the person has agreed. */
export async function openOfficeConsent(ui: OfficeDialogs, origin: string, purpose: Purpose): Promise<void> {
  const dialog = await openDialog(ui, toOfficeDialogUrl(origin, purpose));
  const said = await new Promise<ConsentSaying | 'closed'>((resolve) => {
    dialog.addEventHandler(Office.EventType.DialogMessageReceived, (event) => {
      const parsed = v.safeParse(arrived, event);
      resolve(parseSaying(parsed.success ? parsed.output.message : undefined));
    });
    dialog.addEventHandler(Office.EventType.DialogEventReceived, (event) => {
      const parsed = v.safeParse(ended, event);
      resolve(parsed.success && parsed.output.error === CLOSED_BY_PERSON ? 'closed' : 'state');
    });
  });
  if (said !== 'closed') dialog.close();
  if (said === 'agreed') return;
  throw new Failure(said === 'state' ? 'sign_in_failed' : 'sign_in_cancelled');
}
