/** Moves an event into another calendar by order: what no call of Graph does, but its owner in Outlook. */
import type { EmulatorState } from '../emulator-state.ts';
import { findView } from '../mailbox/event-views.ts';
import { moveEvent } from '../mailbox/move-event.ts';
import { ControlError, requireObject, requireText } from './read-members.ts';

/** `calendar`: its id or name. Answers the new id. */
export function moveByOrder(state: EmulatorState, address: string, eventId: string, body: unknown): object {
  const wanted = requireText(requireObject(body, 'The body', ['calendar'])['calendar'], 'calendar');
  const mailbox = state.world.mailboxes.find(address);
  const view = mailbox === undefined ? undefined : findView(mailbox, eventId);
  const event = mailbox?.events.get(view?.event.id ?? '');
  const calendar = mailbox?.calendars.find(({ id, name }) => id === wanted || name === wanted);
  if (mailbox === undefined || event === undefined || view?.originalDate !== undefined)
    throw new ControlError('There is no such mailbox or event in it.', 404);
  if (calendar === undefined || calendar.sharedFrom !== undefined)
    throw new ControlError(`The mailbox has no calendar '${wanted}' of its own.`, 404);
  const moved = moveEvent(state.world, mailbox, event, calendar);
  return { id: moved.id, calendarId: moved.calendarId };
}
