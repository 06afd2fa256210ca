/** What the three sources said of colleagues, or why one of them said nothing. */
import type { BusyBlock } from '../rooms/free-busy.ts';
import type { ColleagueShifts, PersonPlace } from './whereabouts.ts';

/** A source that answered, or the reason for which it was not asked or did not answer. */
export type Told<T> = { readonly told: T } | { readonly why: 'switchedOff' | 'notConsented' | 'failed' };

export interface Presences {
  /** When presence was read: it is true of that moment alone. */
  readonly asOf: Temporal.Instant;
  /** By object id in lower case; who shares no place is missing. */
  readonly places: ReadonlyMap<string, Extract<PersonPlace, { kind: 'office' | 'remote' | 'off' }>>;
}

export interface ColleagueKnowledge {
  readonly shifts: Told<ColleagueShifts>;
  readonly presence: Told<Presences>;
  /** By address in lower case; whose calendar did not answer is missing. */
  readonly freeBusy: Told<ReadonlyMap<string, readonly BusyBlock[]>>;
}
