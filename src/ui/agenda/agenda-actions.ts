/** What a person can do from the agenda; the screen above decides what happens. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';

export interface AgendaActions {
  /** Unfolds or folds one entry, by its key. */
  readonly onToggle: (key: string) => void;
  readonly onOpenLink: (url: string) => void;
  /** Books a room for a meeting I organize, or changes it. */
  readonly onBookRoom: (event: CalendarEvent) => void;
}
