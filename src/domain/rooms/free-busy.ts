/** When a mailbox is taken, by times and status alone: no subject, no place. */

export type BusyStatus = 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown';

export interface BusyBlock {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly status: BusyStatus;
}

/** `unknown`: asked and not answered; such a room is never offered as free. */
export type FreeBusy =
  | { readonly address: string; readonly state: 'known'; readonly blocks: readonly BusyBlock[] }
  | { readonly address: string; readonly state: 'unknown'; readonly reason: string };
