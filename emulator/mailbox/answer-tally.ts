/** Writes an attendee's answer into the organizer's event and shows it to everybody else who has a copy. */
import { listInvitations, parseMeetingId } from './date-invitations.ts';
import type { Exchange } from './exchange.ts';
import type { Answer, EventAttendee, Mailbox, MailboxEvent, Override } from './mailbox.ts';
import { defaultCalendar } from './mailbox.ts';
import { findByMeeting, putEvent } from './mailbox-store.ts';

function answered(
  attendees: readonly EventAttendee[],
  addresses: readonly string[],
  status: Answer,
): readonly EventAttendee[] {
  return attendees.map((one) => (addresses.includes(one.address.toLowerCase()) ? { ...one, status } : one));
}

/** A date of a series that one answer is about; where it is taken out, no answer brings it back. */
function answeredOn(event: MailboxEvent, date: string, addresses: readonly string[], status: Answer): MailboxEvent {
  const before = event.overrides.get(date);
  if (before?.kind === 'gone') return event;
  const change = before?.kind === 'changed' ? before.change : {};
  const override: Override = {
    kind: 'changed',
    version: (before?.kind === 'changed' ? before.version : event.version) + 1,
    change: { ...change, attendees: answered(change.attendees ?? event.attendees, addresses, status) },
  };
  return { ...event, overrides: new Map([...event.overrides, [date, override]]) };
}

/** An answer to a series is one to its exceptions too. */
function answeredWhole(event: MailboxEvent, addresses: readonly string[], status: Answer): MailboxEvent {
  const overrides = [...event.overrides].map(([date, override]): [string, Override] => {
    const own = override.kind === 'changed' ? override.change.attendees : undefined;
    if (override.kind === 'gone' || own === undefined) return [date, override];
    return [date, { ...override, change: { ...override.change, attendees: answered(own, addresses, status) } }];
  });
  return { ...event, attendees: answered(event.attendees, addresses, status), overrides: new Map(overrides) };
}

/** Only meetings of the organizer's primary calendar count answers (calendar.isTallyingResponses). */
export function recordAnswer(
  exchange: Exchange,
  { attendee, meeting, status, date }: { attendee: Mailbox; meeting: MailboxEvent; status: Answer; date?: string },
): void {
  const organizer = exchange.mailboxes.find(meeting.organizer.address);
  const { meetingId, date: ownDate } = parseMeetingId(meeting.meetingId);
  const original = organizer === undefined ? undefined : findByMeeting(organizer, meetingId);
  if (organizer === undefined || original === undefined || !original.isOrganizer) return;
  if (original.calendarId !== defaultCalendar(organizer).id) return;
  const about = date ?? ownDate;
  const addresses = [attendee.address, ...attendee.aliases].map((address) => address.toLowerCase());
  const update = (event: MailboxEvent): MailboxEvent => {
    const isOneDate = event.meetingId !== meetingId;
    if (about === undefined || isOneDate) return answeredWhole(event, addresses, status);
    return answeredOn(event, about, addresses, status);
  };
  const isAbout = (id: string): boolean => about === undefined || [undefined, about].includes(parseMeetingId(id).date);
  for (const { mailbox, meeting: copyOf } of [
    { mailbox: organizer, meeting: original },
    ...listInvitations(exchange, organizer, original),
  ]) {
    const copy = isAbout(copyOf.meetingId) ? findByMeeting(mailbox, copyOf.meetingId) : undefined;
    if (copy !== undefined)
      putEvent(mailbox, { ...update(copy), version: copy.version + 1, modifiedMs: exchange.clock.now() });
  }
}
