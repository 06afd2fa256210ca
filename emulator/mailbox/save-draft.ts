/** Keeps an appointment that was saved in Outlook but not sent: it stands in its organizer's calendar, and nobody else hears of it. */
import type { Exchange } from './exchange.ts';
import type { EventAttendee, EventContent, Mailbox, MailboxEvent } from './mailbox.ts';
import { defaultCalendar } from './mailbox.ts';
import { putEvent } from './mailbox-store.ts';
import { NEW_EVENT } from './new-event.ts';

export type SavedDraft = Pick<EventContent, 'subject' | 'body' | 'time' | 'locations'> & {
  readonly attendees: readonly Omit<EventAttendee, 'status'>[];
};

/** `before`: the event that was edited; undefined for a new one. */
export function saveDraft(
  exchange: Exchange,
  mailbox: Mailbox,
  draft: SavedDraft,
  before: MailboxEvent | undefined,
): MailboxEvent {
  const nowMs = exchange.clock.now();
  const statusOf = (address: string): EventAttendee['status'] =>
    before?.attendees.find((one) => one.address.toLowerCase() === address.toLowerCase())?.status ?? {
      response: 'none',
    };
  const attendees = draft.attendees.map((one) => ({ ...one, status: statusOf(one.address) }));
  if (before !== undefined) {
    const isDraft = before.isDraft === true || attendees.length > 0;
    return putEvent(mailbox, {
      ...{ ...before, ...draft, attendees, isDraft },
      ...{ version: before.version + 1, modifiedMs: nowMs },
    });
  }
  const key = exchange.ids.next('draft');
  const zone = mailbox.settings.timeZone;
  return putEvent(mailbox, {
    ...{ ...NEW_EVENT, ...draft, attendees, startZone: zone, endZone: zone, isDraft: true, isOrganizer: true },
    organizer: { name: mailbox.displayName, address: mailbox.address },
    id: exchange.ids.itemId('draft', key),
    calendarId: defaultCalendar(mailbox).id,
    meetingId: exchange.ids.guid('draft', key),
    ...{ version: 1, createdMs: nowMs, modifiedMs: nowMs, transactionId: null, overrides: new Map() },
  });
}
