/** What a room allows of a series: as the organisation imported it, otherwise by Exchange's defaults, and said so. */
import type { RoomRule } from '../contract/admin.ts';

export interface RoomLimits {
  /** `defaults`: nothing was imported of this room, so these are Exchange's (Set-CalendarProcessing). */
  readonly source: 'imported' | 'defaults';
  readonly windowDays: number;
  /** 0: no limit. */
  readonly maxMinutes: number;
  readonly allowsSeries: boolean;
  /** A series that goes on past the window is declined whole; otherwise only its dates beyond are. */
  readonly enforcesHorizon: boolean;
  readonly conflictPercent: number;
  readonly maxConflicts: number;
}

const DEFAULTS: Omit<RoomLimits, 'source'> = {
  windowDays: 180,
  maxMinutes: 1_440,
  allowsSeries: true,
  enforcesHorizon: true,
  conflictPercent: 0,
  maxConflicts: 0,
};

export function toRoomLimits(rule: Omit<RoomRule, 'room'> | undefined): RoomLimits {
  if (rule === undefined) return { source: 'defaults', ...DEFAULTS };
  return {
    source: 'imported',
    windowDays: rule.bookingWindowDays ?? DEFAULTS.windowDays,
    maxMinutes: rule.maxMinutes ?? DEFAULTS.maxMinutes,
    allowsSeries: rule.allowRecurring ?? DEFAULTS.allowsSeries,
    enforcesHorizon: rule.enforceHorizon ?? DEFAULTS.enforcesHorizon,
    conflictPercent: rule.conflictPercent ?? DEFAULTS.conflictPercent,
    maxConflicts: rule.maxConflicts ?? DEFAULTS.maxConflicts,
  };
}

const DAY_MS = 86_400_000;

/** What starts later is too far ahead; with a window of no days, today still can be booked. */
export function toHorizon({ windowDays }: RoomLimits, now: Temporal.Instant): Temporal.Instant {
  return now.add({ milliseconds: Math.max(1, windowDays) * DAY_MS });
}
