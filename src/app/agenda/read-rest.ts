/** Reads the second round of one window; where it fails, what is missing is said beside what is there. */
import type { AgendaRest } from '../../domain/agenda/agenda-sources.ts';
import type { Services } from '../services.ts';
import { toFailure } from '../to-failure.ts';
import type { AgendaPiece } from './agenda-pieces.ts';

export interface RestReader extends Pick<Services, 'readAgendaRest'> {
  readonly userObjectId: string;
  /** Teams Shifts are asked only where the organisation switched them on. */
  readonly asksShifts: boolean;
}

const NO_REST: AgendaRest = { events: [], teamsShifts: [], openShifts: [], others: [], problems: [], skipped: 0 };

/** Nothing to ask is an answer too. */
export async function readRest(reader: RestReader, { first, window }: AgendaPiece): Promise<AgendaRest> {
  const { userObjectId } = reader;
  const calendars = first.calendars.filter((calendar) => !calendar.isDefault);
  const teams = reader.asksShifts ? first.teams : [];
  if (calendars.length + teams.length === 0) return NO_REST;
  try {
    return await reader.readAgendaRest({ window, calendars, teams, userObjectId });
  } catch (error) {
    const failure = toFailure(error);
    const sources = [
      ...(calendars.length > 0 ? (['otherCalendars'] as const) : []),
      ...(teams.length > 0 ? (['teamsShifts'] as const) : []),
    ];
    return { ...NO_REST, problems: sources.map((source) => ({ source, failure })) };
  }
}
