/** What each form that mends something needs. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';

export interface FixTaskProps {
  readonly services: Services;
  readonly context: AgendaContext;
  readonly event: CalendarEvent;
  readonly onBack: () => void;
  /** Something was sent: the agenda is read anew. */
  readonly onSent: () => void;
}
