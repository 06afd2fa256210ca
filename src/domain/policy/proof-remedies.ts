/** Says in one English sentence what to do about a step of a proof run that is not simply passed. */
import type { ProofStep } from '../contract/proof.ts';

const BY_CODE: Readonly<Record<string, string>> = {
  not_known: 'Set ENTRA_CLIENT_SECRET_EXPIRES to the day on which the secret ends, so that its end is announced here.',
  expires_soon: 'Give the app a new secret or certificate before this one ends.',
  expired: 'Give the app a new secret or certificate in its registration, set it at the server, and test again.',
  credential_refused:
    'Set the secret or certificate that stands in the app registration at the server, and test again.',
  registration_unknown:
    'Check the client id at the server, and consent to the app once so that Entra knows it in this organisation.',
  consent_required: 'Consent with the link given, then test again.',
  interaction_required: 'Sign in to Microsoft 365 again with what your policies ask for, then test again.',
  invalid_token: 'Sign in again with an account that is enabled, then test again.',
  token_expired: 'Load the page again, then test again.',
  no_rooms: 'Make room mailboxes in Exchange, and wait until the directory lists them.',
  room_unknown: 'Choose a room mailbox of this organisation.',
  no_free_slot: 'Choose a room that is free for half an hour during working hours, two to six weeks from now.',
  room_declined: 'Choose another room, or look at its booking rules (Get-CalendarProcessing).',
  room_silent:
    'Choose another room, or let this one answer by itself (Set-CalendarProcessing -AutomateProcessing AutoAccept).',
  room_wants_approval: 'This room waits for somebody’s approval: choose another room.',
  room_allows_conflicts: 'This room accepts several meetings at a time: choose another room.',
  access_denied: 'Microsoft 365 refuses this to your account: check its licences and policies, then test again.',
  throttled: 'Microsoft 365 asks for less at the moment: test again in a few minutes.',
  timeout: 'Microsoft 365 did not answer in time: test again.',
  upstream_unavailable: 'Microsoft 365 does not answer: look at its service health, and test again.',
  not_reached: 'Mend the steps above first.',
};
const OTHERWISE = 'Test again; quote this code if it stays.';

const BY_STEP: Readonly<Partial<Record<ProofStep, Readonly<Record<string, string>>>>> = {
  clean_up: {
    leftovers: 'Delete in Outlook what this test left in your own calendar; the next test tries it too.',
    not_reached: 'Nothing was made that would have to be cleaned up.',
  },
  read_back: { leftovers: 'Look two minutes later, in Outlook too; cleaning up tries to remove it.' },
};

/** `testerUrl`: where somebody with a mailbox can go on. */
export function toProofRemedy(step: ProofStep, code: string, testerUrl: string): string {
  if (code === 'mailbox_missing')
    return `Your account has no mailbox: give somebody with a mailbox the role Integration.Tester and this link: ${testerUrl}`;
  return BY_STEP[step]?.[code] ?? BY_CODE[code] ?? OTHERWISE;
}
