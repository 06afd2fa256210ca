/** Leaves out of the agenda what the person does not want to see. */
import type { AgendaDay, AgendaFlag } from './agenda-day.ts';

export interface AgendaChoices {
  /** Ids of own calendars that are switched off. */
  readonly hiddenCalendars: readonly string[];
  readonly hiddenFlags: readonly AgendaFlag[];
}

export const ALL_SHOWN: AgendaChoices = { hiddenCalendars: [], hiddenFlags: [] };

/**
 * Not seen is not free: events of a calendar that is off still make somebody busy, for free stretches and for what
 * collides with them. The next worst flag takes the place of one that is off.
 */
export function applyChoices(
  days: readonly AgendaDay[],
  { hiddenCalendars, hiddenFlags }: AgendaChoices,
): readonly AgendaDay[] {
  if (hiddenCalendars.length + hiddenFlags.length === 0) return days;
  return days.map((day) => ({
    ...day,
    entries: day.entries
      .filter(({ event }) => !hiddenCalendars.includes(event.calendarId))
      .map((entry) => ({ ...entry, flags: entry.flags.filter((flag) => !hiddenFlags.includes(flag)) })),
  }));
}
