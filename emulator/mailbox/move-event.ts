/** Moves an event into another calendar of its mailbox, as its owner drags it in Outlook: a new id, but the same item. */
import type { Exchange } from './exchange.ts';
import { toImmutableId } from './ids.ts';
import type { CalendarFolder, Mailbox, MailboxEvent } from './mailbox.ts';
import { dropEvent, putEvent } from './mailbox-store.ts';

export function moveEvent(
  exchange: Exchange,
  mailbox: Mailbox,
  event: MailboxEvent,
  calendar: CalendarFolder,
): MailboxEvent {
  dropEvent(mailbox, event);
  return putEvent(mailbox, {
    ...event,
    id: exchange.ids.itemId('moved', exchange.ids.next('moved')),
    calendarId: calendar.id,
    immutableId: event.immutableId ?? toImmutableId(event.id),
    version: event.version + 1,
    modifiedMs: exchange.clock.now(),
  });
}
