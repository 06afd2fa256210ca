/** The attendant of a room's mailbox: takes invitations in as tentative and answers them after a while. */
import { recordAnswer } from './answer-tally.ts';
import { findOnDate } from './event-views.ts';
import { watchCheckIns } from './check-ins.ts';
import type { Exchange } from './exchange.ts';
import type { Mailbox, MailboxEvent, Override } from './mailbox.ts';
import { dropEvent, findByMeeting, putEvent } from './mailbox-store.ts';
import { NOT_ANSWERED, putCopy } from './meeting-copies.ts';
import { sendRoomMail } from './room-mail.ts';
import { judgeDate, judgeInvitation } from './room-policy.ts';

/** Puts the invitation into the room's calendar, tentative at once; the answer follows after the room's own delay. */
export function inviteRoom(exchange: Exchange, room: Mailbox, meeting: MailboxEvent): void {
  putCopy(exchange, room, meeting, NOT_ANSWERED);
  later(exchange, room, meeting.meetingId, () => answerInvitation(exchange, room, meeting.meetingId));
}

/** Brings an answered or waiting invitation up to date without asking the room again. */
export function refreshRoom(exchange: Exchange, room: Mailbox, meeting: MailboxEvent): void {
  const copy = findByMeeting(room, meeting.meetingId);
  if (copy !== undefined) putCopy(exchange, room, meeting, copy.responseStatus);
}

/** One date of an accepted series was moved: the room looks at that date alone. */
export function inviteRoomOnDate(exchange: Exchange, room: Mailbox, meeting: MailboxEvent, date: string): void {
  refreshRoom(exchange, room, meeting);
  later(exchange, room, `${meeting.meetingId}:${date}`, () => answerDate(exchange, room, meeting.meetingId, date));
}

function later(exchange: Exchange, room: Mailbox, key: string, task: () => void): void {
  room.pending.get(key)?.();
  const drop = exchange.clock.after(exchange.roomAnswerMs, () => {
    room.pending.delete(key);
    task();
  });
  room.pending.set(key, drop);
}

function answerInvitation(exchange: Exchange, room: Mailbox, meetingId: string): void {
  const copy = findByMeeting(room, meetingId);
  const nowMs = exchange.clock.now();
  const verdict = copy === undefined ? undefined : judgeInvitation(room, copy, nowMs);
  if (copy === undefined || verdict === undefined) return;
  const status = { response: verdict.response, atMs: nowMs };
  sendRoomMail(exchange, room, { meeting: copy, kind: verdict.response, reason: verdict.reason });
  if (verdict.response === 'declined') dropEvent(room, copy);
  else {
    const refused = verdict.refusedDates.map((date): [string, Override] => [date, { kind: 'gone' }]);
    const kept = putEvent(room, {
      ...copy,
      responseStatus: status,
      showAs: verdict.response === 'accepted' ? 'busy' : 'tentative',
      version: copy.version + 1,
      modifiedMs: nowMs,
      overrides: new Map([...copy.overrides, ...refused]),
    });
    if (verdict.response === 'accepted') watchCheckIns(exchange, room, kept);
  }
  recordAnswer(exchange, { attendee: room, meeting: copy, status });
  for (const date of verdict.refusedDates)
    recordAnswer(exchange, { attendee: room, meeting: copy, status: { response: 'declined', atMs: nowMs }, date });
}

function answerDate(exchange: Exchange, room: Mailbox, meetingId: string, date: string): void {
  const copy = findByMeeting(room, meetingId);
  const view = copy === undefined ? undefined : findOnDate(room, copy, date);
  if (copy === undefined || view === undefined) return;
  const isFree = judgeDate(room, view);
  if (!isFree)
    putEvent(room, {
      ...copy,
      overrides: new Map([...copy.overrides, [date, { kind: 'gone' }]]),
      version: copy.version + 1,
    });
  const status = { response: isFree ? ('accepted' as const) : ('declined' as const), atMs: exchange.clock.now() };
  recordAnswer(exchange, { attendee: room, meeting: copy, status, date });
}
