/** A stretch of work of one person with a place. */

export type ShiftSource = 'workPlan' | 'teamsShifts' | 'workingHours';

export type ShiftPlace =
  | { readonly kind: 'office'; readonly building?: string }
  | { readonly kind: 'remote' }
  | { readonly kind: 'off' }
  | { readonly kind: 'unknown' };

/** Half-open `[start, end)`. A shift past midnight belongs to the day on which it starts. */
export interface Shift {
  readonly id: string;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly place: ShiftPlace;
  readonly source: ShiftSource;
  /** The shift's own name ("Front desk"), or the reason of a time off. */
  readonly label?: string;
  /** The team whose schedule holds it. */
  readonly team?: string;
  /** Breaks and training inside the shift. */
  readonly activities: readonly {
    readonly start: Temporal.Instant;
    readonly end: Temporal.Instant;
    readonly label: string;
  }[];
}
