/** Places the events of one day on its hours, those that overlap side by side. */
import type { AgendaDay, AgendaEntry } from './agenda-day.ts';
import { isNightShift } from './shift-ground.ts';

const HOUR_MS = 3_600_000;
/** What is shorter is drawn as long as this, so that it can be seen and touched. */
const SHORTEST_MS = 30 * 60_000;

/** Milliseconds of real time since the day began, half-open; past midnight in a night shift they go on. */
export interface Placed {
  readonly startMs: number;
  readonly endMs: number;
}

export interface GridBlock extends Placed {
  readonly entry: AgendaEntry;
  /** From 0; of `columns` that share this stretch of the day. */
  readonly column: number;
  readonly columns: number;
}

export interface GridHour {
  readonly ms: number;
  readonly instant: Temporal.Instant;
}

export interface GridDay {
  readonly day: AgendaDay;
  /** All-day events, above the hours. */
  readonly allDay: readonly AgendaEntry[];
  readonly blocks: readonly GridBlock[];
  /** One for each shift of the day that is work; a night shift stands whole under the day on which it begins. */
  readonly bands: readonly (Placed & { readonly shift: AgendaDay['shifts'][number] })[];
  /** Night shifts begun the day before that still run as this one begins. */
  readonly nightsBefore: AgendaDay['shifts'];
  /** Breaks and training. */
  readonly breaks: readonly (Placed & { readonly label: string })[];
  /** Every hour of the day as the clock shows it: 23 or 25 of them where it changes. */
  readonly hours: readonly GridHour[];
  readonly endMs: number;
  /** Where the day ends by the calendar; a night shift goes on beyond it. */
  readonly midnightMs: number;
  /** The clock is put forward or back on it. */
  readonly hasClockChange: boolean;
}

/** A day lasts to its midnight, or to the end of the night shift that begins on it. */
export function layOutDay(day: AgendaDay, zone: string): GridDay {
  const startMs = day.date.toZonedDateTime(zone).epochMilliseconds;
  const midnightMs = day.date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - startMs;
  const nightsBefore = day.carriedOver.filter(isNightShift);
  const before = day.carriedOver.filter((shift) => !isNightShift(shift));
  const work = [...before, ...day.shifts].filter(({ place }) => place.kind !== 'off');
  const toPlaced = ({ start, end }: { start: Temporal.Instant; end: Temporal.Instant }, lastMs: number): Placed => ({
    startMs: Math.max(0, start.epochMilliseconds - startMs),
    endMs: Math.min(lastMs, end.epochMilliseconds - startMs),
  });
  const timed = day.entries.flatMap((entry) => toTimed(entry, startMs, midnightMs));
  const bands = work.map((shift) => ({ shift, ...toPlaced(shift, isNightShift(shift) ? 2 * midnightMs : midnightMs) }));
  const endMs = Math.max(midnightMs, ...bands.map((band) => band.endMs), ...timed.map((one) => one.endMs));
  const breaks = work.flatMap(({ activities }) =>
    activities.map((activity) => ({ label: activity.label, ...toPlaced(activity, endMs) })),
  );
  return {
    day,
    allDay: day.entries.filter(({ event }) => event.time.kind === 'allDay'),
    blocks: placeSideBySide(timed),
    bands,
    nightsBefore,
    breaks: breaks.filter((one) => one.endMs > one.startMs),
    hours: listHours(startMs, endMs),
    endMs,
    midnightMs,
    hasClockChange: midnightMs !== 24 * HOUR_MS,
  };
}

type Timed = Placed & { readonly entry: AgendaEntry };

/** A part of a longer event is cut at the midnights of its day; one told once stands with its whole length. */
function toTimed(entry: AgendaEntry, dayMs: number, midnightMs: number): readonly Timed[] {
  const { time } = entry.event;
  if (time.kind !== 'timed') return [];
  const start = time.start.epochMilliseconds - dayMs;
  const end = time.end.epochMilliseconds - dayMs;
  if (entry.part === 'whole') return [{ entry, startMs: start, endMs: end }];
  return [{ entry, startMs: Math.max(0, start), endMs: Math.min(midnightMs, end) }];
}

/** Events that touch no other have the whole width; each of a group that hangs together has the first column free. */
function placeSideBySide(timed: readonly Timed[]): readonly GridBlock[] {
  const sorted = [...timed].sort(
    (a, b) => a.startMs - b.startMs || b.endMs - a.endMs || (a.entry.key < b.entry.key ? -1 : 1),
  );
  const blocks: GridBlock[] = [];
  let group: { readonly one: Timed; readonly column: number }[] = [];
  let ends: number[] = [];
  const close = (): void => {
    for (const { one, column } of group) blocks.push({ ...one, column, columns: ends.length });
    group = [];
    ends = [];
  };
  for (const one of sorted) {
    if (ends.every((end) => end <= one.startMs)) close();
    const free = ends.findIndex((end) => end <= one.startMs);
    const column = free < 0 ? ends.length : free;
    ends[column] = Math.max(one.endMs, one.startMs + SHORTEST_MS);
    group.push({ one, column });
  }
  close();
  return blocks;
}

function listHours(startMs: number, endMs: number): readonly GridHour[] {
  return Array.from({ length: Math.ceil(endMs / HOUR_MS) }, (_, hour) => ({
    ms: hour * HOUR_MS,
    instant: Temporal.Instant.fromEpochMilliseconds(startMs + hour * HOUR_MS),
  }));
}

/** The hours that are worth showing: from the first work or event to the last, at least from 8 to 17. */
export function findShownHours(days: readonly GridDay[]): { readonly firstHour: number; readonly lastHour: number } {
  const placed = days.flatMap(({ blocks, bands }) => [...blocks, ...bands]);
  return {
    firstHour: Math.floor(Math.min(8 * HOUR_MS, ...placed.map(({ startMs }) => startMs)) / HOUR_MS),
    lastHour: Math.ceil(Math.max(17 * HOUR_MS, ...placed.map(({ endMs }) => endMs)) / HOUR_MS),
  };
}
