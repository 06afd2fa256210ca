/** Shared schedules are read a week at once and kept for a moment: Shifts answers four calls a second to a team. */
import type { Window } from '../../domain/agenda/agenda-sources.ts';
import type { ColleagueShifts } from '../../domain/shifts/whereabouts.ts';
import { overlaps } from '../../domain/time/intervals.ts';

type Read = (window: Window) => Promise<ColleagueShifts>;
/** Takes the window when it really asks: until then it still grows by what others want. */
type ReadLate = (takeWindow: () => Window) => Promise<ColleagueShifts>;

const HOUR_MS = 3_600_000;
const WEEK_HOURS = 8 * 24;
/** Shifts this near tell whether a schedule is out at all; a night shift of the day before still runs. */
const NEAR_HOURS = 24;
const HELD_MS = 2 * 60_000;

interface Held {
  window: Window;
  isAsked: boolean;
  readonly readAtMs: number;
  readonly answer: Promise<ColleagueShifts>;
}

const widen = ({ start, end }: Window): Window => ({
  start: start.subtract({ hours: NEAR_HOURS }),
  end: end.add({ hours: NEAR_HOURS }),
});

const contains = (outer: Window, inner: Window): boolean =>
  outer.start.epochMilliseconds <= inner.start.epochMilliseconds &&
  outer.end.epochMilliseconds >= inner.end.epochMilliseconds;

/** Whole hours, so that a moment later the same is asked; a week at least. */
function toAsked({ start, end }: Window): Window {
  const from = Temporal.Instant.fromEpochMilliseconds(Math.floor(start.epochMilliseconds / HOUR_MS) * HOUR_MS);
  const to = Temporal.Instant.fromEpochMilliseconds((Math.floor(end.epochMilliseconds / HOUR_MS) + 1) * HOUR_MS);
  const week = from.add({ hours: WEEK_HOURS });
  return { start: from, end: Temporal.Instant.compare(to, week) > 0 ? to : week };
}

const join = (a: Window, b: Window): Window => ({
  start: Temporal.Instant.compare(a.start, b.start) < 0 ? a.start : b.start,
  end: Temporal.Instant.compare(a.end, b.end) > 0 ? a.end : b.end,
});

/** Answers a day more than asked on both sides. A failed reading is not kept. */
export function holdShifts(read: ReadLate, now: () => Temporal.Instant): Read {
  let held: readonly Held[] = [];
  const get = (window: Window): Promise<ColleagueShifts> => {
    const nowMs = now().epochMilliseconds;
    held = held.filter(({ readAtMs }) => nowMs - readAtMs < HELD_MS);
    const known = held.find((one) => contains(one.window, window));
    if (known !== undefined) return known.answer;
    const next = held.find(({ isAsked }) => !isAsked);
    if (next !== undefined) {
      next.window = join(next.window, toAsked(window));
      return next.answer;
    }
    const one: Held = {
      ...{ window: toAsked(window), isAsked: false, readAtMs: nowMs },
      answer: Promise.resolve().then(() =>
        read(() => {
          one.isAsked = true;
          return one.window;
        }),
      ),
    };
    held = [...held, one];
    one.answer.catch(() => {
      held = held.filter((other) => other !== one);
    });
    return one.answer;
  };
  return async (window) => {
    const wide = widen(window);
    const { shifts, ...rest } = await get(wide);
    return { ...rest, shifts: shifts.filter((shift) => overlaps(shift, wide)) };
  };
}
