/** What somebody wants of a meeting that has no time yet, and what is known of the people and rooms. */
import type { WorkingTime } from '../rooms/find-far-slot.ts';
import type { FreeBusy } from '../rooms/free-busy.ts';
import type { Room } from '../rooms/room.ts';
import type { TakenSlots } from '../rooms/slot-grid.ts';
import type { Interval } from '../time/intervals.ts';

/** `inPerson`: all in one room. `hybrid`: a room for those on site, a link for the others. `online`: no room. */
export type PlanMode = 'inPerson' | 'hybrid' | 'online';

/** A stretch of a person's roster. `onShift`: the place is not said, the building may be. */
export interface PlanStretch extends Interval {
  readonly kind: 'office' | 'remote' | 'onShift' | 'off';
  readonly building?: string;
}

export interface PlanPerson {
  /** SMTP address; for me it may be empty. */
  readonly address: string;
  readonly name: string;
  readonly kind: 'me' | 'required' | 'optional';
  /** `unknown` is never taken as free: it is said. */
  readonly freeBusy: Pick<FreeBusy, 'state'> & { readonly blocks?: Extract<FreeBusy, { state: 'known' }>['blocks'] };
  /** Believed on days of which the roster says nothing. */
  readonly workingHours?: WorkingTime;
  readonly stretches: readonly PlanStretch[];
  /** The stretches are a published roster: in a week of which it says anything, a day without a shift is a day off. */
  readonly isRostered: boolean;
}

export interface PlanWindow {
  readonly first: Temporal.PlainDate;
  readonly days: number;
  /** On each day, by the clock of the mailbox. An end at or before the start lies on the next day. */
  readonly opens: Temporal.PlainTime;
  readonly closes: Temporal.PlainTime;
}

export interface PlanRequest {
  readonly people: readonly PlanPerson[];
  readonly lengthMinutes: number;
  readonly window: PlanWindow;
  /** Dates of a series, a week apart at the same time of the mailbox's clock; 1: a single meeting. */
  readonly weeks: number;
  readonly mode: PlanMode;
  /** IANA zone of the mailbox. */
  readonly zone: string;
  readonly now: Temporal.Instant;
  /** Also outside of people's shifts and working hours, though never on a day off. */
  readonly allowsOutside: boolean;
  /** Where one shift hands over to the next. */
  readonly handovers: readonly Interval[];
  /** Mine, where nobody's is known. */
  readonly homeBuilding?: string;
}

/** A room that has answered, and when it is taken on the grid of the plan. */
export interface PlanRoom {
  readonly room: Room;
  readonly taken: TakenSlots;
}
