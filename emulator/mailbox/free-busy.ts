/** When a mailbox is taken, as getSchedule tells it: items, and one digit a slot. */
import type { EventView, Window } from './event-views.ts';
import { listViews, overlaps } from './event-views.ts';
import type { Mailbox, ShowAs } from './mailbox.ts';
import { defaultCalendar } from './mailbox.ts';
import { requireZone, toLocalText } from './zones.ts';

/** Working elsewhere counts as free in the view (GT ScheduleInformation). */
const DIGITS: Readonly<Record<ShowAs, number>> = {
  free: 0,
  workingElsewhere: 0,
  unknown: 0,
  tentative: 1,
  busy: 2,
  oof: 3,
};

/** Everything in the primary calendar that touches the window and takes time, in order. */
export function listTaken(mailbox: Mailbox, window: Window): EventView[] {
  return listViews(mailbox, window, defaultCalendar(mailbox))
    .filter(({ event }) => event.showAs !== 'free' && !event.isCancelled)
    .sort((a, b) => a.time.startMs - b.time.startMs || (a.id < b.id ? -1 : 1));
}

function toAvailabilityView(taken: readonly EventView[], window: Window, slotMs: number): string {
  const slots = new Uint8Array(Math.ceil((window.endMs - window.startMs) / slotMs));
  for (const { event, time } of taken) {
    const digit = DIGITS[event.showAs];
    const first = Math.max(0, Math.floor((time.startMs - window.startMs) / slotMs));
    for (let slot = first; slot < slots.length && window.startMs + slot * slotMs < time.endMs; slot += 1)
      if ((slots[slot] ?? 0) < digit) slots[slot] = digit;
  }
  return slots.join('');
}

/** Subjects of others are there only where their owner shares them and the item is not private. */
function toItem(view: EventView, { zoneName, isShared }: { zoneName: string; isShared: boolean }): object {
  const zone = requireZone(zoneName);
  const { event, time } = view;
  const isPrivate = event.sensitivity === 'private' || event.sensitivity === 'confidential';
  return {
    isPrivate,
    status: event.showAs,
    ...(isShared && !isPrivate
      ? { subject: event.subject, location: event.locations[0]?.displayName ?? '' }
      : undefined),
    start: { dateTime: toLocalText(time.startMs, zone), timeZone: zoneName },
    end: { dateTime: toLocalText(time.endMs, zone), timeZone: zoneName },
  };
}

/** A zone that a mailbox made up itself comes with its offsets, without daylight saving. */
function toZoneJson({ timeZone, customBias }: Mailbox['settings']): object {
  if (customBias === undefined) return { name: timeZone };
  const offset = { time: '00:00:00', dayOccurrence: 0, dayOfWeek: 'sunday', month: 0, year: 0 };
  return {
    ...{ '@odata.type': '#microsoft.graph.customTimeZone', bias: customBias, name: 'Customized Time Zone' },
    ...{ standardOffset: offset, daylightOffset: { ...offset, daylightBias: 0 } },
  };
}

export interface ScheduleQuestion extends Window {
  readonly slotMinutes: number;
  /** Zone the times are answered in. */
  readonly zoneName: string;
  /** The asking person's own mailbox address. */
  readonly asker: string;
}

export function toScheduleInformation(mailbox: Mailbox, scheduleId: string, question: ScheduleQuestion): object {
  const taken = listTaken(mailbox, question).filter(({ time }) => overlaps(time, question));
  const isShared = mailbox.sharesDetails || mailbox.address === question.asker;
  const { workingDays, workingStart, workingEnd } = mailbox.settings;
  return {
    scheduleId,
    availabilityView: toAvailabilityView(taken, question, question.slotMinutes * 60_000),
    scheduleItems: taken.map((view) => toItem(view, { zoneName: question.zoneName, isShared })),
    workingHours: {
      daysOfWeek: workingDays,
      startTime: `${workingStart}:00.0000000`,
      endTime: `${workingEnd}:00.0000000`,
      timeZone: toZoneJson(mailbox.settings),
    },
  };
}
