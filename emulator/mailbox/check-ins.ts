/** Who came: notes check-ins to a room's meetings and frees the room where nobody checked in. */
import { recordAnswer } from './answer-tally.ts';
import type { EventView } from './event-views.ts';
import { listAllInstances, toView } from './event-views.ts';
import type { Exchange } from './exchange.ts';
import type { Mailbox, MailboxEvent } from './mailbox.ts';
import { dropEvent, findByMeeting, putEvent } from './mailbox-store.ts';
import { sendRoomMail } from './room-mail.ts';

export interface CheckIn {
  readonly calendarEventId: string;
  readonly method: string;
  readonly atMs: number;
}

/** By room, then by meeting and date. */
const checkIns = new WeakMap<Mailbox, Map<string, CheckIn>>();

const toKey = (meetingId: string, date: string | undefined): string => `${meetingId}:${date ?? ''}`;

export function addCheckIn(room: Mailbox, view: EventView, checkIn: CheckIn): void {
  const known = checkIns.get(room) ?? new Map<string, CheckIn>();
  checkIns.set(room, known.set(toKey(view.event.meetingId, view.originalDate), checkIn));
}

export function findCheckIn(room: Mailbox, calendarEventId: string): CheckIn | undefined {
  return [...(checkIns.get(room)?.values() ?? [])].find((one) => one.calendarEventId === calendarEventId);
}

function release(exchange: Exchange, room: Mailbox, meetingId: string, date: string | undefined): void {
  const copy = findByMeeting(room, meetingId);
  if (copy?.responseStatus.response !== 'accepted' || checkIns.get(room)?.has(toKey(meetingId, date)) === true) return;
  const status = { response: 'declined' as const, atMs: exchange.clock.now() };
  sendRoomMail(exchange, room, {
    meeting: copy,
    kind: 'released',
    reason: 'The room was released because nobody checked in.',
  });
  if (date === undefined) dropEvent(room, copy);
  else
    putEvent(room, {
      ...copy,
      overrides: new Map([...copy.overrides, [date, { kind: 'gone' }]]),
      version: copy.version + 1,
    });
  recordAnswer(exchange, { attendee: room, meeting: copy, status, ...(date === undefined ? {} : { date }) });
}

/** Once a meeting is accepted: each of its dates loses the room so many minutes after its start, unless somebody checked in. */
export function watchCheckIns(exchange: Exchange, room: Mailbox, meeting: MailboxEvent): void {
  const minutes = room.policy?.releaseAfterMinutes ?? 0;
  if (minutes <= 0) return;
  const nowMs = exchange.clock.now();
  const views = meeting.recurrence === null ? [toView(meeting)] : listAllInstances(room, meeting);
  for (const { time, originalDate } of views) {
    const dueMs = time.startMs + minutes * 60_000;
    if (dueMs < nowMs) continue;
    const key = `release:${toKey(meeting.meetingId, originalDate)}`;
    room.pending.get(key)?.();
    room.pending.set(
      key,
      exchange.clock.after(dueMs - nowMs, () => {
        room.pending.delete(key);
        release(exchange, room, meeting.meetingId, originalDate);
      }),
    );
  }
}
