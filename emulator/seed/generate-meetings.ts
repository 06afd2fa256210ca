/** Fills calendars of a group of people and rooms with four weeks of ordinary meetings, the same for the same seed whenever it runs. */
import type { Exchange } from '../mailbox/exchange.ts';
import { toNumber } from '../mailbox/ids.ts';
import { plantEvent } from '../mailbox/meeting-actions.ts';
import type { Answer, EventAttendee, Mailbox, MailboxEvent, ResponseType } from '../mailbox/mailbox.ts';
import { defaultCalendar } from '../mailbox/mailbox.ts';
import type { StoryDays } from './story-days.ts';

const DAYS = 28;
const MINUTE_MS = 60_000;
const SUBJECTS = [
  'Planning',
  'Review',
  'Check-in',
  'Workshop',
  'Interview',
  'Training',
  'Budget',
  'Rota',
  'Safety',
  'Supplier call',
];
const ANSWERS: readonly ResponseType[] = [
  'accepted',
  'accepted',
  'accepted',
  'none',
  'tentativelyAccepted',
  'declined',
];

/** A small repeatable source of numbers in [0, 1). */
function createDice(key: string): () => number {
  let state = toNumber(key, 0xffffffff);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Group {
  readonly key: string;
  readonly people: readonly Mailbox[];
  readonly rooms: readonly Mailbox[];
}

interface Plot {
  readonly exchange: Exchange;
  readonly days: StoryDays;
  readonly dice: () => number;
}

export interface MeetingPlan {
  readonly key: string;
  readonly organizer: Mailbox;
  readonly invited: readonly { readonly mailbox: Mailbox; readonly response: ResponseType }[];
  readonly startMs: number;
  readonly endMs: number;
  readonly subject: string;
  readonly isOnline: boolean;
  readonly isPrivate: boolean;
}

/** Shared by all, for there may be half a million of them. */
const NEVER: Answer = { response: 'none' };
const ORGANIZER: Answer = { response: 'organizer' };
const NO_BODY = { contentType: 'html', content: '' } as const;
const NO_OVERRIDES = new Map<string, never>();
const NO_CATEGORIES: readonly string[] = [];
const NO_PROPERTIES = {};

export function toPlannedEvent(exchange: Exchange, plan: MeetingPlan, zoneName: string): MailboxEvent {
  const { organizer, startMs, endMs, key } = plan;
  const createdMs = Math.min(startMs, exchange.clock.now()) - 10 * 86_400_000;
  const meetingId = exchange.ids.guid('meeting', key);
  const attendees = plan.invited.map(({ mailbox, response }): EventAttendee => {
    const status: Answer = response === 'none' ? NEVER : { response, atMs: createdMs + 3_600_000 };
    const type = mailbox.kind === 'room' ? 'resource' : 'required';
    return { type, name: mailbox.displayName, address: mailbox.address, status };
  });
  const room = plan.invited.find(({ mailbox }) => mailbox.kind === 'room')?.mailbox;
  const place = { locationType: 'conferenceRoom', uniqueIdType: 'directory' };
  return {
    ...{ id: exchange.ids.itemId('event', key), calendarId: defaultCalendar(organizer).id, meetingId },
    ...{ version: 1, createdMs, modifiedMs: createdMs, transactionId: null, isOrganizer: true },
    ...{ subject: plan.subject, body: NO_BODY, time: { startMs, endMs } },
    ...{ startZone: zoneName, endZone: zoneName, attendees, recurrence: null, overrides: NO_OVERRIDES },
    organizer: { name: organizer.displayName, address: organizer.address },
    locations:
      room === undefined
        ? []
        : [{ ...place, displayName: room.displayName, locationUri: room.address, uniqueId: room.address }],
    joinUrl: plan.isOnline ? `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${meetingId}%40thread.v2/0` : null,
    ...{ isOnlineMeeting: plan.isOnline, sensitivity: plan.isPrivate ? 'private' : 'normal', importance: 'normal' },
    ...{ allowNewTimeProposals: true, responseRequested: true, hideAttendees: false, showAs: 'busy' },
    ...{ responseStatus: ORGANIZER, isCancelled: false, isReminderOn: true },
    ...{ reminderMinutesBeforeStart: 15, categories: NO_CATEGORIES, extendedProperties: NO_PROPERTIES },
  };
}

function isFree(room: Mailbox, startMs: number, endMs: number): boolean {
  for (const { time } of room.events.values()) if (time.startMs < endMs && time.endMs > startMs) return false;
  return true;
}

function pickOne<T>(dice: () => number, list: readonly T[]): T | undefined {
  return list[Math.floor(dice() * list.length)];
}

function pickTime({ days, dice }: Plot, day: number): { readonly startMs: number; readonly endMs: number } {
  const startMs = days.at(day, '08:00') + Math.floor(dice() * 19) * 30 * MINUTE_MS;
  const minutes = pickOne(dice, [30, 30, 60, 60, 60, 90, 45]) ?? 30;
  return { startMs, endMs: startMs + minutes * MINUTE_MS };
}

function plant(plot: Plot, group: Group, plan: Omit<MeetingPlan, 'subject' | 'isOnline' | 'isPrivate'>): void {
  const { dice, exchange, days } = plot;
  const subject = `${pickOne(dice, SUBJECTS) ?? ''} ${plan.key.slice(group.key.length + 1)}`;
  const whole = { ...plan, subject, isOnline: dice() < 0.4, isPrivate: dice() < 0.05 };
  plantEvent(exchange, plan.organizer, toPlannedEvent(exchange, whole, days.timeZone));
}

/** A meeting of a few people of the group, most often in one of its rooms. */
function plantMeeting(plot: Plot, group: Group, organizer: Mailbox, day: number, number: number): void {
  const { dice } = plot;
  const time = pickTime(plot, day);
  const invited = group.people
    .filter((one) => one !== organizer && dice() < 0.35)
    .map((mailbox) => ({ mailbox, response: pickOne(dice, ANSWERS) ?? 'none' }));
  const room = dice() < 0.6 ? pickOne(dice, group.rooms) : undefined;
  const isBookable = room !== undefined && isFree(room, time.startMs, time.endMs);
  const rooms = isBookable ? [{ mailbox: room, response: 'accepted' as const }] : [];
  plant(plot, group, { key: `${group.key}:${number}`, organizer, invited: [...invited, ...rooms], ...time });
}

function plantRoomBooking(plot: Plot, group: Group, room: Mailbox, day: number, number: number): void {
  const organizer = pickOne(plot.dice, group.people);
  const time = pickTime(plot, day);
  if (organizer === undefined || !isFree(room, time.startMs, time.endMs)) return;
  const invited = [{ mailbox: room, response: 'accepted' as const }];
  plant(plot, group, { key: `${group.key}:${number}`, organizer, invited, ...time });
}

export function generateMeetings(exchange: Exchange, days: StoryDays, group: Group): void {
  const plot = { exchange, days, dice: createDice(group.key) };
  let number = 0;
  for (let day = 0; day < DAYS; day += 1) {
    const weekday = new Date(`${days.dateOf(day)}T00:00:00Z`).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    for (const person of group.people) if (plot.dice() < 0.5) plantMeeting(plot, group, person, day, (number += 1));
    for (const room of group.rooms) if (plot.dice() < 0.8) plantRoomBooking(plot, group, room, day, (number += 1));
  }
}
