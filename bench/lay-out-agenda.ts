/** What `npm run bench:planning` measures of the agenda: a thousand events laid against the shifts of two weeks. */
import 'temporal-polyfill/global';
import { layOutDay } from '../src/domain/agenda/lay-out-day.ts';
import { buildAgenda } from '../src/domain/agenda/build-agenda.ts';
import type { CalendarEvent } from '../src/domain/agenda/calendar-event.ts';
import type { Shift } from '../src/domain/shifts/shift.ts';

const DAYS = 14;
const ZONE = 'Europe/Berlin';
const FROM = Temporal.PlainDate.from('2026-11-23');
const RUNS = 31;
const MINUTE_MS = 60_000;

const startMs = FROM.toZonedDateTime(ZONE).epochMilliseconds;
const at = (minutes: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(startMs + minutes * MINUTE_MS);

/** Spread over day and night, with six people and a room each. */
function toEvent(index: number, count: number): CalendarEvent {
  const from = Math.floor((index * DAYS * 1440) / count);
  const person = (name: string) =>
    ({ name, address: `${name}@contoso.example`, kind: 'required', answer: 'accepted' }) as const;
  const people = Array.from({ length: 6 }, (_, number) => person(`p${(index + number) % 50}`));
  return {
    ...{ id: `e${index}`, calendarId: 'own', etag: 'W/"1"', subject: `Meeting ${index}`, sensitivity: 'normal' },
    ...{ showAs: 'busy', isCancelled: false, isOrganizer: true, isRecurring: false, myAnswer: 'organizer' },
    time: { kind: 'timed', start: at(from), end: at(from + 30) },
    attendees: [...people, { ...person(`room${index % 20}`), kind: 'resource' }],
    locations: [{ name: `Room ${index % 20}` }],
  };
}

const toShift = (day: number): Shift => ({
  ...{ id: `s${day}`, source: 'workPlan', place: { kind: 'office', building: 'HQ' }, activities: [] },
  ...{ start: at(day * 1440 + 480), end: at(day * 1440 + 1020) },
});

function time(run: () => void): { readonly medianMs: number; readonly worstMs: number } {
  const taken = Array.from({ length: RUNS }, () => {
    const before = performance.now();
    run();
    return performance.now() - before;
  }).sort((a, b) => a - b);
  return { medianMs: taken[Math.floor(RUNS / 2)] ?? 0, worstMs: taken.at(-1) ?? 0 };
}

/** Milliseconds to build the days, and to place them on their hours. */
export function timeAgenda(count: number) {
  const events = Array.from({ length: count }, (_, index) => toEvent(index, count));
  const shifts = Array.from({ length: DAYS }, (_, day) => toShift(day));
  const build = () => buildAgenda({ events, shifts, zone: ZONE, from: FROM, days: DAYS });
  for (let warm = 0; warm < 20; warm += 1) build();
  const days = build();
  return { built: time(build), laidOut: time(() => days.map((day) => layOutDay(day, ZONE))) };
}
