/** Decides what one room would say to each date of a series, and whether it would decline the series as a whole. */
import type { FreeBusy } from '../rooms/free-busy.ts';
import { type Interval, overlaps } from '../time/intervals.ts';
import { type RoomLimits, toHorizon } from './room-limits.ts';

/** `unknown`: its calendar did not answer; `pending`: not asked yet. Neither is ever taken for free. */
export type DateVerdict = 'free' | 'taken' | 'beyond' | 'unknown' | 'pending';

/** Why a room would decline the whole series, whichever of its dates are free. */
export type SeriesObstacle = 'noSeries' | 'tooLong' | 'beyond';

export interface RoomVerdict {
  readonly dates: readonly DateVerdict[];
  readonly obstacle?: SeriesObstacle;
}

interface RoomQuestion {
  readonly occurrences: readonly Interval[];
  readonly freeBusy: FreeBusy | undefined;
  readonly limits: RoomLimits;
  readonly now: Temporal.Instant;
}

/** One date, at whatever time it is. */
export function judgeDate(time: Interval, { freeBusy, limits, now }: Omit<RoomQuestion, 'occurrences'>): DateVerdict {
  if (Temporal.Instant.compare(time.start, toHorizon(limits, now)) > 0) return 'beyond';
  if (freeBusy === undefined) return 'pending';
  if (freeBusy.state === 'unknown') return 'unknown';
  return freeBusy.blocks.some((block) => overlaps(block, time)) ? 'taken' : 'free';
}

function findObstacle({ occurrences, limits, now }: RoomQuestion): SeriesObstacle | undefined {
  const lengthMs = Math.max(...occurrences.map(({ start, end }) => end.epochMilliseconds - start.epochMilliseconds));
  const last = occurrences.at(-1);
  if (!limits.allowsSeries) return 'noSeries';
  if (limits.maxMinutes > 0 && lengthMs > limits.maxMinutes * 60_000) return 'tooLong';
  const isBeyond = last !== undefined && Temporal.Instant.compare(last.end, toHorizon(limits, now)) > 0;
  return isBeyond && limits.enforcesHorizon ? 'beyond' : undefined;
}

/** `occurrences` are those of the pattern: a date that is left out later does not shorten what the room sees of it. */
export function judgeRoom(question: RoomQuestion): RoomVerdict {
  const obstacle = findObstacle(question);
  const dates = question.occurrences.map((time) => judgeDate(time, question));
  return obstacle === undefined ? { dates } : { dates, obstacle };
}
