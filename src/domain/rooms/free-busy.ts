/** When a mailbox is taken, by times and status alone: no subject, no place. */
import type { WorkingTime } from './find-far-slot.ts';

export type BusyStatus = 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown';

export interface BusyBlock {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly status: BusyStatus;
}

/** `unknown`: asked and not answered; such a room is never offered as free. */
export type FreeBusy =
  | {
      readonly address: string;
      readonly state: 'known';
      readonly blocks: readonly BusyBlock[];
      /** As the mailbox has them; a room's mean nothing. */
      readonly workingHours?: WorkingTime;
    }
  | { readonly address: string; readonly state: 'unknown'; readonly reason: string };
