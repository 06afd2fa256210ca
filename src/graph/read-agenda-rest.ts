/** The second round of the agenda: the user's other own calendars, and what the schedules of their teams hold for them. */
import type { AgendaRest, JoinedTeam, OwnCalendar, SourceProblem, Window } from '../domain/agenda/agenda-sources.ts';
import type { CalendarEvent } from '../domain/agenda/calendar-event.ts';
import { Failure } from '../domain/failure.ts';
import type { TeamSpan } from '../domain/shifts/find-handovers.ts';
import type { OpenShift } from '../domain/shifts/open-shift.ts';
import type { Shift } from '../domain/shifts/shift.ts';
import type { TeamBuildings } from '../domain/shifts/team-building.ts';
import { askAll } from './ask-all.ts';
import { MAX_BATCH, requireFailure } from './batch.ts';
import { calendarViewCall, readCalendarView } from './calendar-view.ts';
import type { CallOptions, Graph, GraphAnswer, GraphCall } from './graph.ts';
import { openShiftsCall, readOpenShifts } from './open-shifts.ts';
import type { Rows } from './parse-answer.ts';
import { type TeamRead, readTeamShifts, teamShiftsCall } from './team-shifts.ts';
import { parseReasons, readTimesOff, teamTimesOffCall, timeOffReasonsCall } from './team-times-off.ts';

export interface AgendaRestRequest {
  readonly window: Window;
  readonly calendars: readonly OwnCalendar[];
  readonly teams: readonly JoinedTeam[];
  readonly userObjectId: string;
  readonly teamBuildings: TeamBuildings;
}

type Answer = GraphAnswer | Failure | undefined;

/** What one team's schedule said, list by list. */
interface TeamAnswers {
  readonly team: JoinedTeam;
  readonly shifts: Answer;
  readonly timesOff: Answer;
  readonly reasons: Answer;
  readonly openShifts: Answer;
}

interface Found {
  readonly events: CalendarEvent[];
  readonly shifts: Shift[];
  readonly openShifts: OpenShift[];
  readonly others: TeamSpan[];
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

const toExtraCalls = ({ id }: JoinedTeam, window: Window): readonly GraphCall[] => [
  teamTimesOffCall(id, window),
  timeOffReasonsCall(id),
  openShiftsCall(id, window),
];
const EXTRAS = 3;

/**
 * Everything in one batch where it fits. Where it does not, shifts come first, and the other lists are asked only of
 * teams that have a schedule: most teams of a person with many of them have none.
 */
async function askRest(graph: Graph, request: AgendaRestRequest, options?: CallOptions) {
  const { window, teams } = request;
  const calendars = request.calendars.filter(({ isDefault }) => !isDefault);
  const firstCalls = [
    ...calendars.map(({ id }) => calendarViewCall(`/me/calendars/${encodeURIComponent(id)}`, window)),
    ...teams.map(({ id }) => teamShiftsCall(id, window)),
  ];
  const fits = firstCalls.length + EXTRAS * teams.length <= MAX_BATCH;
  const eager = fits ? teams.flatMap((team) => toExtraCalls(team, window)) : [];
  const answers = await askAll(graph, [...firstCalls, ...eager], options);
  const shiftsOf = (index: number): Answer => answers[calendars.length + index];
  const asked = teams.filter((_, index) => fits || !(shiftsOf(index) instanceof Failure));
  const extras = fits
    ? answers.slice(firstCalls.length)
    : await askAll(
        graph,
        asked.flatMap((team) => toExtraCalls(team, window)),
        options,
      );
  const schedules = teams.map((team, index): TeamAnswers => {
    const at = asked.indexOf(team) * EXTRAS;
    const [timesOff, reasons, openShifts] = at < 0 ? [] : extras.slice(at, at + EXTRAS);
    return { team, shifts: shiftsOf(index), timesOff, reasons, openShifts };
  });
  return { calendars: calendars.map((calendar, index) => ({ calendar, answer: answers[index] })), schedules };
}

/** Reasons are names alone: a time off without its reason is shown all the same. */
function findReasons(answer: Answer): ReadonlyMap<string, string> {
  if (answer === undefined || answer instanceof Failure) return new Map();
  try {
    return parseReasons(answer.body);
  } catch (error) {
    requireFailure(error);
    return new Map();
  }
}

function bodyOf(answer: Answer): unknown {
  if (answer instanceof Failure) throw answer;
  return answer?.body;
}

/** Throws where the shifts did not come. Times off that failed cost nobody their shifts, and offers are no problem at all. */
async function readSchedule(
  graph: Graph,
  request: AgendaRestRequest,
  { team, ...answers }: TeamAnswers,
  options?: CallOptions,
) {
  const about: Omit<TeamRead, 'body'> = {
    ...{ team, window: request.window, userObjectId: request.userObjectId, buildings: request.teamBuildings },
  };
  const none: Rows<never> = { rows: [], skipped: 0 };
  const shifts = await readTeamShifts(graph, { ...about, body: bodyOf(answers.shifts) }, options);
  let failure: Failure | undefined;
  const orNone = (error: unknown): Rows<never> => {
    failure = requireFailure(error);
    return none;
  };
  const reasons = findReasons(answers.reasons);
  const { timesOff: off, openShifts: offered } = answers;
  const timesOff = await (async () => readTimesOff(graph, { ...about, body: bodyOf(off), reasons }, options))().catch(
    orNone,
  );
  const hasOffers = offered !== undefined && !(offered instanceof Failure);
  const open = hasOffers ? await readOpenShifts(graph, { ...about, body: offered.body }, options) : none;
  return {
    shifts: [...shifts.rows, ...timesOff.rows],
    openShifts: open.rows,
    others: shifts.others,
    skipped: shifts.skipped + timesOff.skipped + open.skipped,
    failure,
  };
}

export async function readAgendaRest(
  graph: Graph,
  request: AgendaRestRequest,
  options?: CallOptions,
): Promise<AgendaRest> {
  const { calendars, schedules } = await askRest(graph, request, options);
  const found: Found = { events: [], shifts: [], openShifts: [], others: [], problems: [], skipped: 0 };
  const failedTeams: { team: JoinedTeam; failure: Failure }[] = [];
  const readCalendar = async ({ calendar: { id, name }, answer }: (typeof calendars)[number]): Promise<void> => {
    try {
      const view = await readCalendarView(graph, bodyOf(answer), id, options);
      found.events.push(...view.events);
      found.skipped += view.skipped;
      if (view.failure) throw view.failure;
    } catch (error) {
      found.problems.push({ source: 'otherCalendars', name, failure: requireFailure(error) });
    }
  };
  const readTeam = async (schedule: TeamAnswers): Promise<void> => {
    try {
      const read = await readSchedule(graph, request, schedule, options);
      found.shifts.push(...read.shifts);
      found.openShifts.push(...read.openShifts);
      found.others.push(...read.others);
      found.skipped += read.skipped;
      if (read.failure) throw read.failure;
    } catch (error) {
      failedTeams.push({ team: schedule.team, failure: requireFailure(error) });
    }
  };
  await Promise.all([...calendars.map(readCalendar), ...schedules.map(readTeam)]);
  const problems = [...found.problems, ...joinTeamProblems(failedTeams, schedules.length)];
  const { events, shifts, openShifts, others, skipped } = found;
  return { events, teamsShifts: shifts, openShifts, others, problems, skipped };
}
