/** Tells the host how a consent window ended, and lets the host close it. */
import { app, authentication } from '@microsoft/teams-js';
import type { ConsentOutcome } from './consent-window.ts';

/** Never a token or a code in the answer: the page asks for its token anew. */
export async function tellConsent(outcome: ConsentOutcome, hostOrigins: readonly string[]): Promise<void> {
  await app.initialize([...hostOrigins]);
  if (outcome.ok) authentication.notifySuccess('consented');
  else authentication.notifyFailure(outcome.reason === 'refused' ? 'CancelledByUser' : 'InvalidState');
}
