/** Tells the failures that end with a click of the person: in Microsoft's own window, which never opens by itself. */
import type { Failure, FailureCode } from '../../domain/failure.ts';

const STEPS: readonly FailureCode[] = [
  'consent_required',
  'interaction_required',
  'sign_in_cancelled',
  'sign_in_blocked',
];

export function needsPerson({ code }: Failure): boolean {
  return STEPS.includes(code);
}

/** The agenda on screen may be among what is not agreed to any more: it has to be asked for anew. */
export function losesAgenda(failure: Failure): boolean {
  const { scopes } = failure.details;
  return needsPerson(failure) && (scopes === undefined || scopes.includes('Calendars.Read'));
}

const LOST: readonly FailureCode[] = ['invalid_token', 'token_expired', 'sign_in_failed'];

/** Where the page itself signs the person in, these end with signing in; at the door Graph's scopes don't matter yet. */
export function needsSignIn(failure: Failure): boolean {
  return needsPerson(failure) || LOST.includes(failure.code);
}
