/** What the person chose to do with one of their bookings, and what each form needs for it. */
import type { Attendee, CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';
import type { BookingsServices } from './bookings-services.ts';
import type { ChangeCalls } from './change-booking.ts';

export type Task =
  | { readonly kind: 'move' | 'people' | 'cancel' | 'end'; readonly event: CalendarEvent }
  | { readonly kind: 'giveBack'; readonly event: CalendarEvent; readonly room: Attendee };

export interface TaskProps {
  readonly services: Services;
  readonly context: AgendaContext;
  readonly calls: BookingsServices;
  readonly event: CalendarEvent;
  /** The event has changed elsewhere: what is shown is read anew. */
  readonly onConflict: () => void;
  readonly onBack: () => void;
  /** Something was sent; `said` is told on the booking's card, or above the list where the booking is gone. */
  readonly onDone: (said: string) => void;
}

export const toChangeCalls = ({ services, calls }: Pick<TaskProps, 'services' | 'calls'>): ChangeCalls => ({
  ...{ readEvent: calls.readEvent, updateEvent: calls.updateEvent, cancelEvent: calls.cancelEvent, sleep: calls.sleep },
  readFreeBusy: services.readFreeBusy,
});
