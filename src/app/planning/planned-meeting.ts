/** A chosen time on its way to the booking form. */
import type { Invitee } from '../../domain/booking/booking.ts';
import type { Suggestion } from '../../domain/planning/explain-time.ts';
import type { PlanMode } from '../../domain/planning/plan-request.ts';
import type { Room } from '../../domain/rooms/room.ts';

export interface PlannedMeeting {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly people: readonly Invitee[];
  /** In the main room, me included. */
  readonly heads: number;
  readonly online: boolean;
  /** The main one first; empty where rooms could not be read. */
  readonly rooms: readonly { readonly room: Room; readonly heads: number; readonly alternatives: readonly Room[] }[];
  /** Dates of a series, a week apart; 1: a single meeting. */
  readonly weeks: number;
}

/** Nobody who can't come is invited. */
export function toPlannedMeeting(suggestion: Suggestion, mode: PlanMode): PlannedMeeting {
  const { start, end, invited, heads, rooms, dates } = suggestion;
  return {
    ...{ start, end, heads, online: mode !== 'inPerson', weeks: dates.length },
    people: invited.map(({ address, name, kind }) => ({
      ...{ address, name },
      kind: kind === 'optional' ? 'optional' : 'required',
    })),
    rooms: rooms.map(({ room, need, alternatives }) => ({ room, heads: need.heads, alternatives })),
  };
}
