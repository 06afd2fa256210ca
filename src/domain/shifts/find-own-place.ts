/** Decides where I am during a stretch of time, from my own shifts as they are shown. */
import { type Interval, overlaps } from '../time/intervals.ts';
import type { Shift } from './shift.ts';
import type { Whereabouts } from './whereabouts.ts';

/** Who worked, or will work, so near to it is off in between; further away nothing is known. */
const NEAR_MS = 12 * 3_600_000;

const isNear = ({ start, end }: Interval, stretch: Interval): boolean =>
  stretch.start.epochMilliseconds - end.epochMilliseconds < NEAR_MS &&
  start.epochMilliseconds - stretch.end.epochMilliseconds < NEAR_MS;

/** The work that overlaps most of it counts; outside of all of my shifts, within half a day of one, I am off. */
export function findOwnPlace(shifts: readonly Shift[], stretch: Interval): Whereabouts {
  const overlapMs = ({ start, end }: Shift): number =>
    Math.min(end.epochMilliseconds, stretch.end.epochMilliseconds) -
    Math.max(start.epochMilliseconds, stretch.start.epochMilliseconds);
  const during = shifts.filter((shift) => overlaps(shift, stretch));
  const [most] = during
    .filter(({ place }) => place.kind !== 'off')
    .sort((a, b) => overlapMs(b) - overlapMs(a) || (a.id < b.id ? -1 : 1));
  if (most !== undefined) {
    const { place, source } = most;
    if (place.kind !== 'unknown' && place.kind !== 'off') return { place, source };
    return { place: { kind: 'onShift' }, source };
  }
  const [off] = during.length > 0 ? during : shifts.filter((shift) => isNear(shift, stretch));
  return off === undefined
    ? { place: { kind: 'unknown', why: 'notSaid' } }
    : { place: { kind: 'off' }, source: off.source };
}
