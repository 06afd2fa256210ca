/** Plants a story's events with the answers it tells of, and the copies that follow from them. */
import type { Exchange } from '../mailbox/exchange.ts';
import { plantEvent } from '../mailbox/meeting-actions.ts';
import { placeTime } from '../mailbox/meeting-copies.ts';
import type {
  Answer,
  EventAttendee,
  EventLocation,
  Mailbox,
  MailboxEvent,
  Override,
  Recurrence,
  ResponseType,
} from '../mailbox/mailbox.ts';
import { defaultCalendar } from '../mailbox/mailbox.ts';
import { addDays } from '../mailbox/zones.ts';
import type { ScenarioEvent } from './scenario.ts';
import { parseKeys } from './scenario.ts';
import type { StoryDays } from './story-days.ts';
import { everyWeek, FIRST_DAY, toSpan } from './story-days.ts';

export interface Cast {
  readonly exchange: Exchange;
  readonly days: StoryDays;
  /** Mailbox of a person or room of the scenario; undefined where it was left out or is a guest. */
  readonly mailboxOf: (key: string) => Mailbox | undefined;
  readonly externalOf: (key: string) => { readonly name: string; readonly address: string } | undefined;
}

const DAY_MS = 86_400_000;
const CROWD_ANSWERS: readonly ResponseType[] = [
  'accepted',
  'none',
  'accepted',
  'tentativelyAccepted',
  'declined',
  'accepted',
];

const toAnswer = (response: string, atMs: number): Answer =>
  response === 'none' ? { response: 'none' } : { response: response as ResponseType, atMs };

function toAttendees({ mailboxOf, externalOf }: Cast, event: ScenarioEvent, answeredMs: number): EventAttendee[] {
  const find = (key: string): { name: string; address: string } | undefined => {
    const mailbox = mailboxOf(key);
    return mailbox === undefined ? externalOf(key) : { name: mailbox.displayName, address: mailbox.address };
  };
  const toAttendee =
    (isRoom: boolean) =>
    (entry: ReturnType<typeof parseKeys>[number]): EventAttendee[] => {
      const who = find(entry.key);
      const type = isRoom ? 'resource' : entry.isOptional ? 'optional' : 'required';
      return who === undefined ? [] : [{ ...who, type, status: toAnswer(entry.answer, answeredMs) }];
    };
  const crowd = Array.from({ length: event.crowd }, (_, index): EventAttendee => {
    const number = String(index + 1).padStart(2, '0');
    const response = CROWD_ANSWERS[index % CROWD_ANSWERS.length] ?? 'none';
    const who = { name: `Guest ${number} (Northwind)`, address: `guest${number}@northwind.example` };
    return { ...who, type: index % 5 === 4 ? 'optional' : 'required', status: toAnswer(response, answeredMs) };
  });
  return [
    ...parseKeys(event.people).flatMap(toAttendee(false)),
    ...crowd,
    ...parseKeys(event.rooms).flatMap(toAttendee(true)),
  ];
}

function toLocations({ mailboxOf }: Cast, event: ScenarioEvent): EventLocation[] {
  if (event.location === undefined) return [];
  const room = mailboxOf(parseKeys(event.rooms)[0]?.key ?? '');
  const displayName = event.location;
  if (room === undefined)
    return [{ displayName, locationType: 'default', uniqueId: displayName, uniqueIdType: 'private' }];
  const { address } = room;
  return [
    { displayName, locationUri: address, locationType: 'conferenceRoom', uniqueId: address, uniqueIdType: 'directory' },
  ];
}

function toRecurrence({ days }: Cast, event: ScenarioEvent, date: string): Recurrence | null {
  if (event.weekly === undefined) return null;
  const weekday = new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' });
  const none = { month: 0, dayOfMonth: 0, index: 'first', firstDayOfWeek: 'monday' };
  return {
    pattern: { ...none, type: 'weekly', interval: 1, daysOfWeek: [weekday.toLowerCase()] },
    range: {
      ...{ type: 'numbered', startDate: date, endDate: '0001-01-01', numberOfOccurrences: event.weekly.count },
      recurrenceTimeZone: event.zone ?? days.timeZone,
    },
  };
}

function toOverrides({ days }: Cast, event: ScenarioEvent, firstDay: number): Map<string, Override> {
  const { changed = [], gone = [] } = event.weekly ?? {};
  const moved = changed.map(({ at, from, to, subject }): [string, Override] => {
    const day = firstDay + at * 7;
    const time = toSpan(days, { day, from, to });
    return [
      days.dateOf(day),
      { kind: 'changed', version: 2, change: { time, ...(subject === undefined ? {} : { subject }) } },
    ];
  });
  return new Map([
    ...moved,
    ...gone.map((at): [string, Override] => [days.dateOf(firstDay + at * 7), { kind: 'gone' }]),
  ]);
}

function toMailboxEvent(cast: Cast, mailbox: Mailbox, event: ScenarioEvent, day: number, key: string): MailboxEvent {
  const { exchange, days } = cast;
  const { ids } = exchange;
  const { from, to } = event;
  const date = days.dateOf(day);
  const zone = event.zone ?? days.timeZone;
  const allDay = event.allDay === undefined ? undefined : { start: date, end: addDays(date, event.allDay) };
  const span = toSpan(days, {
    day,
    from,
    to,
    isPoint: true,
    ...(event.zone === undefined ? {} : { zone: event.zone }),
  });
  const time = placeTime(allDay === undefined ? span : { startMs: 0, endMs: 0, allDay }, mailbox.settings.timeZone);
  const createdMs = Math.min(time.startMs, exchange.clock.now()) - 7 * DAY_MS;
  const calendarId =
    event.calendar === undefined ? undefined : ids.itemId('calendar', `${event.organizer}:${event.calendar}`);
  const thread = ids.guid('thread', key).replaceAll('-', '');
  return {
    id: ids.itemId('event', key),
    calendarId: calendarId ?? defaultCalendar(mailbox).id,
    meetingId: ids.guid('meeting', key),
    ...{ version: 1, createdMs, modifiedMs: createdMs, transactionId: null, isOrganizer: true },
    ...{
      subject: event.subject,
      body: { contentType: 'html', content: event.body },
      time,
      startZone: zone,
      endZone: zone,
    },
    organizer: { name: mailbox.displayName, address: mailbox.address },
    attendees: toAttendees(cast, event, createdMs + DAY_MS),
    locations: toLocations(cast, event),
    joinUrl: event.online ? `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0` : null,
    ...{ isOnlineMeeting: event.online, sensitivity: event.sensitivity, importance: 'normal' },
    ...{ allowNewTimeProposals: true, responseRequested: true, hideAttendees: false },
    recurrence: toRecurrence(cast, event, date),
    overrides: toOverrides(cast, event, day),
    showAs: event.showAs,
    responseStatus: { response: 'organizer' },
    isCancelled: event.cancelled,
    ...{ isReminderOn: true, reminderMinutesBeforeStart: 15, categories: event.categories, extendedProperties: {} },
  };
}

function daysOf(event: ScenarioEvent): readonly number[] {
  if (event.weekly !== undefined) return [FIRST_DAY + event.day - event.weekly.before * 7];
  return event.everyWeek ? everyWeek(event.day) : [event.day];
}

export function plantStoryEvents(cast: Cast, events: readonly ScenarioEvent[]): void {
  for (const [index, event] of events.entries()) {
    const mailbox = cast.mailboxOf(event.organizer);
    if (mailbox === undefined) continue;
    for (const day of daysOf(event))
      plantEvent(cast.exchange, mailbox, toMailboxEvent(cast, mailbox, event, day, `story:${index}:${day}`));
  }
}
