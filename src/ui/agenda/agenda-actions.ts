/** What a person can do from the agenda; the screen above decides what happens. */
import type { AgendaEntry, AgendaFlag } from '../../domain/agenda/agenda-day.ts';
import type { OwnCalendar } from '../../domain/agenda/agenda-sources.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Fix } from '../../domain/agenda/list-fixes.ts';

export interface FixWish {
  readonly entry: AgendaEntry;
  readonly flag: AgendaFlag;
  readonly fix: Fix;
}

export interface AgendaActions {
  /** The calendar that holds it, where there are several. */
  readonly calendarOf: (entry: AgendaEntry) => OwnCalendar | undefined;
  /** Unfolds or folds one entry, by its key. */
  readonly onToggle: (key: string) => void;
  readonly onOpenLink: (url: string) => void;
  /** Books a room for a meeting I organize, or changes it. */
  readonly onBookRoom: (event: CalendarEvent) => void;
  /** Opens my bookings at this one. */
  readonly onManage: (event: CalendarEvent) => void;
  /** What mends a flag here and now, the best first. */
  readonly listFixes: (entry: AgendaEntry, flag: AgendaFlag) => readonly Fix[];
  readonly onFix: (wish: FixWish) => void;
}
