/** What is learned about rooms and people once the agenda stands. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { OnSite } from '../../domain/agenda/find-on-site.ts';

export interface KnownPlaces {
  /** The building of a room by its address. */
  readonly buildingOf?: ((address: string) => string | undefined) | undefined;
  /** Whether others of a meeting will be on site. */
  readonly onSiteOf?: ((event: CalendarEvent) => OnSite | undefined) | undefined;
}

export const NOTHING_KNOWN: KnownPlaces = {};
