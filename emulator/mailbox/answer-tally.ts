/** Writes an attendee's answer into the organizer's event and shows it to everybody else who has a copy. */
import type { Exchange } from './exchange.ts';
import type { Answer, EventAttendee, Mailbox, MailboxEvent, Override } from './mailbox.ts';
import { defaultCalendar } from './mailbox.ts';
import { findByMeeting, putEvent } from './mailbox-store.ts';
import { listInvited } from './meeting-copies.ts';

function answered(
  attendees: readonly EventAttendee[],
  addresses: readonly string[],
  status: Answer,
): readonly EventAttendee[] {
  return attendees.map((one) => (addresses.includes(one.address.toLowerCase()) ? { ...one, status } : one));
}

/** A date of a series that one answer is about. */
function answeredOn(event: MailboxEvent, date: string, addresses: readonly string[], status: Answer): MailboxEvent {
  const before = event.overrides.get(date);
  const change = before?.kind === 'changed' ? before.change : {};
  const override: Override = {
    kind: 'changed',
    version: (before?.kind === 'changed' ? before.version : event.version) + 1,
    change: { ...change, attendees: answered(change.attendees ?? event.attendees, addresses, status) },
  };
  return { ...event, overrides: new Map([...event.overrides, [date, override]]) };
}

/** Only meetings of the organizer's primary calendar count answers (calendar.isTallyingResponses). */
export function recordAnswer(
  exchange: Exchange,
  { attendee, meeting, status, date }: { attendee: Mailbox; meeting: MailboxEvent; status: Answer; date?: string },
): void {
  const organizer = exchange.mailboxes.find(meeting.organizer.address);
  const original = organizer === undefined ? undefined : findByMeeting(organizer, meeting.meetingId);
  if (organizer === undefined || original === undefined || !original.isOrganizer) return;
  if (original.calendarId !== defaultCalendar(organizer).id) return;
  const addresses = [attendee.address, ...attendee.aliases].map((address) => address.toLowerCase());
  const update = (event: MailboxEvent): MailboxEvent =>
    date === undefined
      ? { ...event, attendees: answered(event.attendees, addresses, status) }
      : answeredOn(event, date, addresses, status);
  for (const mailbox of [organizer, ...listInvited(exchange, organizer, original)]) {
    const copy = findByMeeting(mailbox, meeting.meetingId);
    if (copy !== undefined)
      putEvent(mailbox, { ...update(copy), version: copy.version + 1, modifiedMs: exchange.clock.now() });
  }
}
