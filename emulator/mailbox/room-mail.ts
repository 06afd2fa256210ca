/** What a room writes to the organizer: accepted, declined and why, released because nobody came; as Exchange words its subjects. */
import { parseMeetingId } from './date-invitations.ts';
import type { Exchange } from './exchange.ts';
import type { Mailbox, MailboxEvent } from './mailbox.ts';

/** Exchange's own prefixes, in English. */
const SUBJECTS = {
  accepted: 'Accepted',
  declined: 'Declined',
  tentativelyAccepted: 'Tentative',
  released: 'Canceled',
} as const;

export function sendRoomMail(
  exchange: Exchange,
  room: Mailbox,
  { meeting, kind, reason }: { meeting: MailboxEvent; kind: keyof typeof SUBJECTS; reason: string },
): void {
  const organizer = exchange.mailboxes.find(meeting.organizer.address);
  if (organizer === undefined) return;
  const original = organizer.events.get(organizer.idByMeeting.get(parseMeetingId(meeting.meetingId).meetingId) ?? '');
  organizer.messages.push({
    id: exchange.ids.itemId('message', exchange.ids.next('message')),
    subject: `${SUBJECTS[kind]}: ${original?.subject ?? meeting.subject}`,
    text: reason,
    from: { name: room.displayName, address: room.address },
    to: { name: organizer.displayName, address: organizer.address },
    receivedMs: exchange.clock.now(),
  });
}
