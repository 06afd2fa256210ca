/** What is known of where a person is during a stretch of time, and who says so. */
import type { Failure } from '../failure.ts';

/** Why nothing is known: the organisation's switch, a missing scope, or nobody said anything. */
export type UnknownReason =
  /** The organisation has not turned the source on. */
  | 'switchedOff'
  /** The person's own consent, or the administrator's, is missing. */
  | 'notConsented'
  /** Asked, and nobody said anything. */
  | 'notSaid'
  /** Nobody of this organisation, so no source can know. */
  | 'external'
  /** The source did not answer. */
  | 'failed';

export type PersonPlace =
  /** On site; the building only where the administrator mapped one or presence names it. */
  | { readonly kind: 'office'; readonly building?: string }
  | { readonly kind: 'remote' }
  /** On shift, place not said. */
  | { readonly kind: 'onShift'; readonly building?: string }
  /** Off shift, time off or out of office; never with a reason. */
  | { readonly kind: 'off' }
  | { readonly kind: 'unknown'; readonly why: UnknownReason };

export type PlaceSource = 'workPlan' | 'teamsShifts' | 'workingHours' | 'presence' | 'freeBusy';

export interface Whereabouts {
  readonly place: PersonPlace;
  /** Absent where nothing is known. */
  readonly source?: PlaceSource;
}

/** One published shift, or time off, of a colleague in a shared team. Half-open; a colleague's reason and notes never arrive here. */
export interface ColleagueShift {
  readonly userObjectId: string;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly kind: 'shift' | 'off';
  /** The building that the administrator mapped to the team or to its scheduling group. */
  readonly building?: string;
  readonly teamId: string;
  readonly team: string;
}

/** What the shared teams' schedules said for a window; `problems` name teams that did not answer. */
export interface ColleagueShifts {
  readonly shifts: readonly ColleagueShift[];
  /** Who stands in these schedules at all, in a shift or not. */
  readonly members?: readonly { readonly userObjectId: string; readonly teamId: string; readonly team: string }[];
  readonly problems: readonly { readonly team: string; readonly failure: Failure }[];
}
