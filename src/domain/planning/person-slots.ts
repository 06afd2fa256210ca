/** Tells for each quarter of an hour what stands in the way of one person, and where they are. */
import { toWorkingHourShifts } from '../shifts/working-hours.ts';
import { merge, type Interval } from '../time/intervals.ts';
import type { PlanGrid } from './plan-grid.ts';
import type { PlanPerson, PlanStretch } from './plan-request.ts';

/** What may stand in the way, as bits, so that a meeting's quarters are put together at once. */
export const FLAGS = {
  busy: 1,
  tentative: 2,
  /** Out of office, by the calendar. */
  away: 4,
  /** Time off, no shift on that day, or no working day. */
  dayOff: 8,
  outsideShift: 16,
  outsideHours: 32,
  remote: 64,
} as const;

export interface PersonSlots {
  /** For each slot as a start: the flags of the whole meeting. */
  readonly flags: Uint8Array;
  /** For each slot: the place in the person's stretches, or -1 where the roster says nothing. */
  readonly stretch: Int16Array;
}

type Paint = (from: number, to: number) => void;

/** What lies before or behind the grid paints nothing: a negative end would count from the other end of an array. */
function paintWithin(from: number, to: number, { count }: PlanGrid, paint: Paint): void {
  const [first, last] = [Math.max(0, from), Math.min(count, to)];
  if (first < last) paint(first, last);
}

/** Each slot that is touched, however little. */
function paintTouched({ start, end }: Interval, grid: PlanGrid, paint: Paint): void {
  const from = Math.floor((start.epochMilliseconds - grid.startMs) / grid.slotMs);
  const to = Math.ceil((end.epochMilliseconds - grid.startMs) / grid.slotMs);
  paintWithin(from, to, grid, paint);
}

/** Each slot that is covered as a whole. */
function paintCovered({ start, end }: Interval, grid: PlanGrid, paint: Paint): void {
  const from = Math.ceil((start.epochMilliseconds - grid.startMs) / grid.slotMs);
  const to = Math.floor((end.epochMilliseconds - grid.startMs) / grid.slotMs);
  paintWithin(from, to, grid, paint);
}

function paintBusy({ freeBusy }: PlanPerson, grid: PlanGrid, flags: Uint8Array): void {
  for (const block of freeBusy.blocks ?? []) {
    const { status } = block;
    const flag =
      status === 'tentative'
        ? FLAGS.tentative
        : status === 'oof'
          ? FLAGS.away
          : status === 'workingElsewhere'
            ? FLAGS.remote
            : FLAGS.busy;
    paintTouched(block, grid, (from, to) => {
      for (let slot = from; slot < to; slot += 1) flags[slot] = (flags[slot] ?? 0) | flag;
    });
  }
}

/** The Monday of a date's week. */
const toWeek = (date: Temporal.PlainDate): string => date.subtract({ days: date.dayOfWeek - 1 }).toString();

/** The place of the stretch's first day among those of the grid; undefined: it lies outside. */
function findDay({ start }: PlanStretch, grid: PlanGrid): number | undefined {
  return grid.dayOf[Math.floor((start.epochMilliseconds - grid.startMs) / grid.slotMs)];
}

/** For each day of the grid what a quarter without a shift means there; 0: the roster says nothing of that day. */
function listDayFlags({ stretches, isRostered }: PlanPerson, grid: PlanGrid, zone: string): readonly number[] {
  const flags = grid.dates.map(() => 0);
  if (stretches.length === 0) return flags;
  const mondays = grid.dates.map(toWeek);
  const weeks = new Set<string | undefined>();
  for (const stretch of stretches) {
    const day = findDay(stretch, grid);
    if (day !== undefined && stretch.kind !== 'off') flags[day] = FLAGS.outsideShift;
    // counted by the grid where it can be: asking the calendar for each shift takes longer than all the rest
    const outside = (): string => toWeek(stretch.start.toZonedDateTimeISO(zone).toPlainDate());
    if (isRostered) weeks.add(day === undefined ? outside() : mondays[day]);
  }
  return flags.map((flag, day) => (flag === 0 && weeks.has(mondays[day]) ? FLAGS.dayOff : flag));
}

/** What working hours say of each slot: nothing where they are not known. */
function paintHours(workingHours: PlanPerson['workingHours'], grid: PlanGrid): Uint8Array {
  const hours = new Uint8Array(grid.count);
  if (workingHours === undefined || workingHours.daysOfWeek.length === 0) return hours;
  const at = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms);
  const window = { start: at(grid.startMs), end: at(grid.startMs + grid.count * grid.slotMs) };
  const days = toWorkingHourShifts(workingHours, window);
  hours.fill(FLAGS.outsideHours);
  for (const day of days.filter(({ place }) => place.kind === 'off'))
    paintTouched(day, grid, (from, to) => void hours.fill(FLAGS.dayOff, from, to));
  for (const day of days.filter(({ place }) => place.kind !== 'off'))
    paintCovered(day, grid, (from, to) => void hours.fill(0, from, to));
  return hours;
}

type HoursPainter = (workingHours: PlanPerson['workingHours']) => Uint8Array;

/** Most people of an organisation work the same hours, which are looked up once. */
function createHoursPainter(grid: PlanGrid): HoursPainter {
  const painted = new Map<string, Uint8Array>();
  return (workingHours) => {
    const { zone = '', daysOfWeek = [], start, end } = workingHours ?? {};
    const key = [zone, daysOfWeek.join(''), start?.toString(), end?.toString()].join(' ');
    const known = painted.get(key) ?? paintHours(workingHours, grid);
    painted.set(key, known);
    return known;
  };
}

interface Ground {
  readonly grid: PlanGrid;
  readonly zone: string;
  readonly hoursOf: HoursPainter;
}

/** A shift is believed before working hours; a time off before a shift. */
function paintRoster(person: PlanPerson, ground: Ground, flags: Uint8Array): Int16Array {
  const { grid, zone, hoursOf } = ground;
  const stretch = new Int16Array(grid.count).fill(-1);
  for (const [index, one] of person.stretches.entries()) {
    if (one.kind !== 'off') paintTouched(one, grid, (from, to) => void stretch.fill(index, from, to));
  }
  const covered = new Uint8Array(grid.count);
  for (const work of merge(person.stretches.filter(({ kind }) => kind !== 'off')))
    paintCovered(work, grid, (from, to) => void covered.fill(1, from, to));
  const dayFlags = listDayFlags(person, grid, zone);
  const hours = hoursOf(person.workingHours);
  for (let slot = 0; slot < grid.count; slot += 1) {
    const day = dayFlags[grid.dayOf[slot] ?? 0] ?? 0;
    const said = covered[slot] === 1 ? 0 : day === 0 ? (hours[slot] ?? 0) : day;
    flags[slot] = (flags[slot] ?? 0) | said;
  }
  for (const one of person.stretches) {
    if (one.kind !== 'off' && one.kind !== 'remote') continue;
    const flag = one.kind === 'off' ? FLAGS.dayOff : FLAGS.remote;
    paintTouched(one, grid, (from, to) => {
      for (let slot = from; slot < to; slot += 1) flags[slot] = (flags[slot] ?? 0) | flag;
    });
  }
  return stretch;
}

/** Each start with everything that its meeting runs into: doubled steps, as in `rankSlots`. */
function spreadFlags(flags: Uint8Array, length: number): Uint8Array {
  let spread = flags;
  for (let done = 1; done < length;) {
    const by = Math.min(done, length - done);
    const next = spread.slice();
    for (let slot = 0; slot + by < next.length; slot += 1) next[slot] = (next[slot] ?? 0) | (spread[slot + by] ?? 0);
    spread = next;
    done += by;
  }
  return spread;
}

/** Each quarter of the meeting is looked at by itself; days are those of the mailbox's zone. In the order of the people. */
export function listPersonSlots(people: readonly PlanPerson[], grid: PlanGrid, zone: string): readonly PersonSlots[] {
  const ground = { grid, zone, hoursOf: createHoursPainter(grid) };
  return people.map((person) => {
    const flags = new Uint8Array(grid.count);
    paintBusy(person, grid, flags);
    const stretch = paintRoster(person, ground, flags);
    return { flags: spreadFlags(flags, grid.length), stretch };
  });
}
