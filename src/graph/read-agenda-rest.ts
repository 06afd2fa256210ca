/** The second round of the agenda: the user's other own calendars and their shifts in Teams. */
import type { AgendaRest, JoinedTeam, OwnCalendar, SourceProblem, Window } from '../domain/agenda/agenda-sources.ts';
import type { CalendarEvent } from '../domain/agenda/calendar-event.ts';
import { Failure } from '../domain/failure.ts';
import type { Shift } from '../domain/shifts/shift.ts';
import { MAX_BATCH, requireFailure } from './batch.ts';
import { calendarViewCall, readCalendarView } from './calendar-view.ts';
import type { CallOptions, Graph, GraphAnswer, GraphCall } from './graph.ts';
import { readTeamShifts, teamShiftsCall } from './team-shifts.ts';

export interface AgendaRestRequest {
  readonly window: Window;
  readonly calendars: readonly OwnCalendar[];
  readonly teams: readonly JoinedTeam[];
  readonly userObjectId: string;
}

/** Any number of reads, 20 a batch. A batch that fails fails each of its items. */
async function askAll(graph: Graph, calls: readonly GraphCall[], options?: CallOptions): Promise<Answers> {
  const parts: (readonly GraphCall[])[] = [];
  for (let at = 0; at < calls.length; at += MAX_BATCH) parts.push(calls.slice(at, at + MAX_BATCH));
  const answers = await Promise.all(
    parts.map(async (part) => {
      try {
        return (await graph.batch(part, options)).items;
      } catch (error) {
        const failure = requireFailure(error);
        return part.map(() => failure);
      }
    }),
  );
  return answers.flat();
}
type Answers = readonly (GraphAnswer | Failure)[];

interface Found {
  readonly events: CalendarEvent[];
  readonly shifts: Shift[];
  readonly problems: SourceProblem[];
  skipped: number;
}

/** A team without a schedule is no problem; that every team refuses is one, and it is said once. */
function joinTeamProblems(failed: readonly { readonly team: JoinedTeam; readonly failure: Failure }[], teams: number) {
  const told = failed.filter(({ failure }) => failure.code !== 'gone');
  const refused = told.filter(({ failure }) => ['access_denied', 'consent_required'].includes(failure.code));
  const [first] = refused;
  const rest = told.filter((one) => !refused.includes(one));
  const problems = rest.map(({ team, failure }): SourceProblem => ({
    source: 'teamsShifts',
    name: team.name,
    failure,
  }));
  return first && refused.length === teams
    ? [...problems, { source: 'teamsShifts', failure: first.failure } satisfies SourceProblem]
    : problems;
}

export async function readAgendaRest(
  graph: Graph,
  request: AgendaRestRequest,
  options?: CallOptions,
): Promise<AgendaRest> {
  const { window, teams, userObjectId } = request;
  const calendars = request.calendars.filter(({ isDefault }) => !isDefault);
  const answers = await askAll(
    graph,
    [
      ...calendars.map(({ id }) => calendarViewCall(`/me/calendars/${encodeURIComponent(id)}`, window)),
      ...teams.map(({ id }) => teamShiftsCall(id, window)),
    ],
    options,
  );
  const found: Found = { events: [], shifts: [], problems: [], skipped: 0 };
  const failedTeams: { team: JoinedTeam; failure: Failure }[] = [];
  const readCalendar = async ({ id, name }: OwnCalendar, index: number): Promise<void> => {
    try {
      const view = await readCalendarView(graph, bodyOf(answers[index]), id, options);
      found.events.push(...view.events);
      found.skipped += view.skipped;
      if (view.failure) throw view.failure;
    } catch (error) {
      found.problems.push({ source: 'otherCalendars', name, failure: requireFailure(error) });
    }
  };
  const readTeam = async (team: JoinedTeam, index: number): Promise<void> => {
    try {
      const body = bodyOf(answers[calendars.length + index]);
      const rows = await readTeamShifts(graph, { body, team, window, userObjectId }, options);
      found.shifts.push(...rows.rows);
      found.skipped += rows.skipped;
    } catch (error) {
      failedTeams.push({ team, failure: requireFailure(error) });
    }
  };
  await Promise.all([...calendars.map(readCalendar), ...teams.map(readTeam)]);
  const problems = [...found.problems, ...joinTeamProblems(failedTeams, teams.length)];
  return { events: found.events, teamsShifts: found.shifts, problems, skipped: found.skipped };
}

function bodyOf(answer: GraphAnswer | Failure | undefined): unknown {
  if (answer instanceof Failure) throw answer;
  return answer?.body;
}
