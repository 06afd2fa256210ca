/** Builds the agenda: a person's events, day by day, against their shifts. */
import { type TeamSpan, findHandovers } from '../shifts/find-handovers.ts';
import type { OpenShift } from '../shifts/open-shift.ts';
import type { Shift } from '../shifts/shift.ts';
import type { AgendaDay, AgendaEntry, AgendaFlag } from './agenda-day.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { createDayGrid, type DayGrid } from './day-grid.ts';
import type { OnSite } from './find-on-site.ts';
import { type Neighbours, findNeighbours } from './find-neighbours.ts';
import { createFreeFinder } from './free-stretches.ts';
import { groupAttendees } from './group-attendees.ts';
import { listFlags } from './list-flags.ts';
import { createShiftGround, type ShiftGround, type Span } from './shift-ground.ts';

/** From this length on an event that crosses midnight is told on each of its days; a shorter one once. */
const MULTI_DAY_MS = 24 * 3_600_000;

interface AgendaInput {
  readonly events: readonly CalendarEvent[];
  /** Already chosen by source (`chooseShifts`). */
  readonly shifts: readonly Shift[];
  /** Offers of my teams. */
  readonly openShifts?: readonly OpenShift[];
  /** When others of my teams are on shift. */
  readonly others?: readonly TeamSpan[];
  /** IANA zone in which days begin. */
  readonly zone: string;
  readonly from: Temporal.PlainDate;
  readonly days: number;
  /** The building of a room by its address, where the organisation's rooms were read. */
  readonly buildingOf?: ((address: string) => string | undefined) | undefined;
  /** Whether others of a meeting will be on site, where that can be known. */
  readonly onSiteOf?: ((event: CalendarEvent) => OnSite | undefined) | undefined;
}

/** What all events are judged by. */
interface Judges extends Pick<AgendaInput, 'buildingOf' | 'onSiteOf'> {
  readonly grid: DayGrid;
  readonly ground: ShiftGround;
  readonly neighbours: ReadonlyMap<string, Neighbours>;
}

/** One part of an event under the day where it stands; `dayIndex` and `trueIndex` differ only past midnight in a night shift. */
interface Placement {
  readonly dayIndex: number;
  readonly trueIndex: number;
  readonly part: AgendaEntry['part'];
}

interface PlacedEvent {
  /** What it is judged by: its time, or the first day of an all-day one. */
  readonly span: Span;
  readonly isAllDay: boolean;
  /** What it is sorted by: milliseconds, or day indexes of an all-day one. */
  readonly order: readonly [number, number];
  readonly placements: readonly Placement[];
}

type SortedEntry = Pick<PlacedEvent, 'isAllDay' | 'order'> & { readonly entry: AgendaEntry };

/**
 * Each day with its shifts and the events that stand on it: all-day ones first, then by start. An all-day event is a
 * date of its own, in whatever zone it is read. An event of 24 hours or more stands on each of its days, a shorter one
 * once under the day it starts, and inside a night shift begun the day before under that shift's day. What is given
 * twice (by id) stands once, as given last. A window's agenda is exactly the agendas of its days.
 */
export function buildAgenda(input: AgendaInput): readonly AgendaDay[] {
  const { events, shifts, openShifts = [], others = [], zone, from, days } = input;
  const grid = createDayGrid(zone, from, days);
  const ground = createShiftGround(shifts, zone, grid);
  const entriesByDay: SortedEntry[][] = grid.dates.map(() => []);
  const unique = [...new Map(events.map((each) => [each.id, each])).values()];
  const { buildingOf, onSiteOf } = input;
  const judges = { grid, ground, neighbours: findNeighbours(unique), buildingOf, onSiteOf };
  for (const event of unique) {
    const placed = event.time.kind === 'allDay' ? placeAllDay(event.time, grid) : placeTimed(event.time, grid, ground);
    for (const { dayIndex, entry } of toEntries(event, placed, judges)) {
      entriesByDay[dayIndex]?.push({ isAllDay: placed.isAllDay, order: placed.order, entry });
    }
  }
  const toFree = createFreeFinder(unique);
  const offers: OpenShift[][] = grid.dates.map(() => []);
  for (const offer of new Map(openShifts.map((each) => [each.id, each])).values()) {
    offers[grid.findDay(offer.start.epochMilliseconds)]?.push(offer);
  }
  return grid.dates.slice(1, days + 1).map((date, offset) => {
    const dayShifts = ground.byDay[offset + 1] ?? [];
    return {
      date,
      shifts: dayShifts,
      carriedOver: ground.carriedOver(offset + 1),
      entries: (entriesByDay[offset + 1] ?? []).sort(compareEntries).map(({ entry }) => entry),
      free: toFree(dayShifts),
      handovers: findHandovers(dayShifts, others),
      offers: (offers[offset + 1] ?? []).sort(compareOffers),
    };
  });
}

function placeAllDay(time: { start: Temporal.PlainDate; end: Temporal.PlainDate }, grid: DayGrid): PlacedEvent {
  const first = grid.toIndex(time.start);
  // an end that is not after the start would leave the event without a day
  const last = Math.max(first, grid.toIndex(time.end) - 1);
  const span = { start: grid.starts[first] ?? 0, end: grid.starts[first + 1] ?? 0 };
  return { span, isAllDay: true, order: [first, last], placements: listParts(first, last, grid) };
}

function placeTimed(
  time: { start: Temporal.Instant; end: Temporal.Instant },
  grid: DayGrid,
  ground: ShiftGround,
): PlacedEvent {
  const start = time.start.epochMilliseconds;
  const end = Math.max(start, time.end.epochMilliseconds);
  const first = grid.findDay(start);
  const last = grid.findDay(Math.max(start, end - 1));
  const timed = { span: { start, end }, isAllDay: false, order: [start, end] } as const;
  if (end - start >= MULTI_DAY_MS) return { ...timed, placements: listParts(first, last, grid) };
  const dayIndex = start < (ground.nightEnds[first] ?? 0) ? first - 1 : first;
  const isShown = dayIndex >= 1 && dayIndex <= grid.days;
  return { ...timed, placements: isShown ? [{ dayIndex, trueIndex: first, part: 'whole' }] : [] };
}

function listParts(first: number, last: number, grid: DayGrid): readonly Placement[] {
  const parts: Placement[] = [];
  for (let index = Math.max(1, first); index <= Math.min(grid.days, last); index += 1) {
    const part = first === last ? 'whole' : index === first ? 'first' : index === last ? 'last' : 'middle';
    parts.push({ dayIndex: index, trueIndex: index, part });
  }
  return parts;
}

function toEntries(
  event: CalendarEvent,
  { span, placements }: PlacedEvent,
  { grid, ground, neighbours: all, ...known }: Judges,
): readonly { readonly dayIndex: number; readonly entry: AgendaEntry }[] {
  if (placements.length === 0) return [];
  const neighbours = all.get(event.id);
  const people = groupAttendees(event);
  const rooms = event.attendees.filter(({ kind }) => kind === 'resource');
  return placements.flatMap(({ dayIndex, trueIndex, part }) => {
    const date = grid.dates[trueIndex];
    if (date === undefined) return [];
    const isDayKnown = (ground.byDay[dayIndex] ?? []).length > 0;
    const isFirst = part === 'whole' || part === 'first';
    const flags = isFirst ? listFlags(event, { span, isDayKnown, ground, neighbours, ...known }) : [];
    const rival = findRival(flags, neighbours);
    const key = part === 'whole' ? event.id : `${event.id} ${date.toString()}`;
    return [{ dayIndex, entry: { key, event, date, part, flags, people, rooms, ...(rival && { rival }) } }];
  });
}

function findRival(flags: readonly AgendaFlag[], neighbours: Neighbours | undefined): CalendarEvent | undefined {
  if (flags.includes('doubleBooked')) return neighbours?.collides;
  return flags.includes('otherBuilding') ? neighbours?.before : undefined;
}

function compareOffers(a: OpenShift, b: OpenShift): number {
  return a.start.epochMilliseconds - b.start.epochMilliseconds || (a.id < b.id ? -1 : Number(a.id > b.id));
}

function compareEntries(a: SortedEntry, b: SortedEntry): number {
  return (
    Number(b.isAllDay) - Number(a.isAllDay) ||
    a.order[0] - b.order[0] ||
    a.order[1] - b.order[1] ||
    (a.entry.event.id < b.entry.event.id ? -1 : 1)
  );
}
