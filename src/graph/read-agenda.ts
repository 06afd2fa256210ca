/** The first round of the agenda: one batch with everything that the screen needs to begin. */
import * as v from 'valibot';
import type {
  AgendaFirst,
  AgendaSource,
  JoinedTeam,
  MailboxSettings,
  OwnCalendar,
  SourceProblem,
  Window,
} from '../domain/agenda/agenda-sources.ts';
import { Failure } from '../domain/failure.ts';
import { isOwnCalendar, toOwnAddresses } from '../domain/policy/own-calendars.ts';
import { requireFailure } from './batch.ts';
import { type EventsRead, calendarViewCall, readCalendarView } from './calendar-view.ts';
import type { BatchAnswer, CallOptions, Graph, GraphAnswer, GraphCall } from './graph.ts';
import { parseAnswer, parseRows, toSelect } from './parse-answer.ts';
import { buildingsCall, parseBuildings } from './list-buildings.ts';
import { mailboxSettingsCall, parseMailboxSettings } from './read-mailbox-settings.ts';
import { parseWorkPlan, workPlanCall } from './read-work-plan.ts';

const me = v.object({
  id: v.string(),
  mail: v.nullish(v.string()),
  userPrincipalName: v.nullish(v.string()),
  proxyAddresses: v.nullish(v.array(v.string())),
});

const calendar = v.object({
  id: v.string(),
  name: v.nullish(v.string(), ''),
  owner: v.nullish(v.object({ address: v.nullish(v.string()) })),
  isDefaultCalendar: v.nullish(v.boolean(), false),
  hexColor: v.nullish(v.string(), ''),
});

/** Joined teams take no query options, so more comes back than is read (Graph docs: user list joinedTeams). */
const team = v.object({ id: v.string(), displayName: v.nullish(v.string(), '') });

/** What each part of the batch is for, and the scope without which it is left out. */
const PARTS = {
  events: { source: 'calendar', scope: 'Calendars.Read' },
  buildings: { source: 'workPlan', scope: 'Place.Read.All' },
  workPlan: { source: 'workPlan', scope: 'Calendars.Read' },
  calendars: { source: 'otherCalendars', scope: 'Calendars.Read' },
  me: { source: 'profile', scope: 'User.Read' },
  mailbox: { source: 'mailboxSettings', scope: 'MailboxSettings.Read' },
  teams: { source: 'teamsShifts', scope: 'Team.ReadBasic.All' },
} as const satisfies Record<string, { source: AgendaSource; scope: string }>;
type Part = keyof typeof PARTS;

export interface AgendaRequest {
  readonly window: Window;
  /** Scopes of the token, where they are known; parts without theirs are not asked. */
  readonly granted?: ReadonlySet<string>;
  /** Whether the organisation uses Teams Shifts. */
  readonly withTeams: boolean;
}

function toCalls({ window, withTeams }: AgendaRequest): ReadonlyMap<Part, GraphCall> {
  const get = (path: string): GraphCall => ({ method: 'GET', path });
  const calls = new Map<Part, GraphCall>([
    ['events', calendarViewCall('/me', window)],
    ['workPlan', workPlanCall(window)],
    ['calendars', get(`/me/calendars?$select=${toSelect(calendar)}&$top=100`)],
    ['me', get(`/me?$select=${toSelect(me)}`)],
    ['mailbox', mailboxSettingsCall],
    ['buildings', buildingsCall],
  ]);
  if (withTeams) calls.set('teams', get('/me/joinedTeams'));
  return calls;
}

/** Answers of the parts; parts without their scope fail here already. */
async function askParts(graph: Graph, request: AgendaRequest, options?: CallOptions): Promise<PartAnswers> {
  const answers = new Map<Part, GraphAnswer | Failure>();
  const asked: [Part, GraphCall][] = [];
  for (const [part, call] of toCalls(request)) {
    const { scope } = PARTS[part];
    if (request.granted?.has(scope) ?? true) asked.push([part, call]);
    else answers.set(part, new Failure('consent_required', { scopes: [scope] }));
  }
  const calls = asked.map(([, call]) => call);
  const batch: BatchAnswer = await graph.batch(calls, options);
  asked.forEach(([part], index) => {
    const answer = batch.items[index];
    if (answer !== undefined) answers.set(part, answer);
  });
  return { answers, ...(batch.date === undefined ? {} : { date: batch.date }) };
}

interface PartAnswers {
  readonly answers: ReadonlyMap<Part, GraphAnswer | Failure>;
  readonly date?: string;
}

/** Reads parts, and notes for those that fail what people are to be told. */
function createPartReader(answers: PartAnswers['answers']) {
  const problems: SourceProblem[] = [];
  const note = (part: Part, error: unknown): undefined => {
    problems.push({ source: PARTS[part].source, failure: requireFailure(error) });
    return undefined;
  };
  const read = <T>(part: Part, parse: (body: unknown) => T): T | undefined => {
    const answer = answers.get(part);
    if (answer === undefined) return undefined;
    if (answer instanceof Failure) return note(part, answer);
    try {
      return parse(answer.body);
    } catch (error) {
      return note(part, error);
    }
  };
  return { read, note, problems };
}

/** Only calendars whose owner is the user; a default calendar that names no owner is theirs. */
function parseCalendars(body: unknown, own: ReadonlySet<string>): readonly OwnCalendar[] {
  const { rows } = parseRows(calendar, body, ({ owner, isDefaultCalendar, ...rest }): OwnCalendar | undefined => {
    const address = owner?.address ?? undefined;
    const isOwn = isOwnCalendar({ address }, own) || (isDefaultCalendar && !address);
    return isOwn ? { ...rest, isDefault: isDefaultCalendar } : undefined;
  });
  return rows;
}

function parseOwnAddresses(body: unknown): ReadonlySet<string> {
  const { mail, userPrincipalName, proxyAddresses } = parseAnswer(me, body);
  return toOwnAddresses({
    mail: mail ?? undefined,
    userPrincipalName: userPrincipalName ?? undefined,
    proxyAddresses: proxyAddresses ?? [],
  });
}

const parseTeams = (body: unknown): readonly JoinedTeam[] =>
  parseRows(team, body, ({ id, displayName }) => ({ id, name: displayName })).rows;

/** Only names: a shift whose building can't be named is shown all the same, so that a failure here is no problem to tell. */
function findBuildings(answer: GraphAnswer | Failure | undefined): ReadonlyMap<string, string> {
  if (answer === undefined || answer instanceof Failure) return new Map();
  try {
    return parseBuildings(answer.body);
  } catch (error) {
    requireFailure(error);
    return new Map();
  }
}

function toServerNow(date: string | undefined): Temporal.Instant | undefined {
  const ms = Date.parse(date ?? '');
  return Number.isNaN(ms) ? undefined : Temporal.Instant.fromEpochMilliseconds(ms);
}

/**
 * Throws only where nothing at all can be shown: the batch failed, or the primary calendar did. Every other part that
 * fails becomes a problem beside what is there.
 */
export async function readAgenda(graph: Graph, request: AgendaRequest, options?: CallOptions): Promise<AgendaFirst> {
  const { answers, date } = await askParts(graph, request, options);
  const primary = answers.get('events');
  if (primary instanceof Failure) throw primary;
  const { read, note, problems } = createPartReader(answers);
  const own = read('me', parseOwnAddresses) ?? new Set<string>();
  const calendars = read('calendars', (body) => parseCalendars(body, own)) ?? [];
  const calendarId = calendars.find(({ isDefault }) => isDefault)?.id ?? '';
  const view: EventsRead = await readCalendarView(graph, primary?.body, calendarId, options);
  if (view.failure) note('events', view.failure);
  const buildings = findBuildings(answers.get('buildings'));
  const workPlan = read('workPlan', (body) => parseWorkPlan(body, buildings)) ?? { rows: [], skipped: 0 };
  const mailbox: MailboxSettings | undefined = read('mailbox', parseMailboxSettings);
  const teams = read('teams', parseTeams) ?? [];
  const serverNow = toServerNow(date);
  return {
    events: view.events,
    calendars,
    teams,
    workPlan: workPlan.rows,
    ...(mailbox ? { mailbox } : {}),
    problems,
    skipped: view.skipped + workPlan.skipped,
    ...(serverNow ? { serverNow } : {}),
  };
}
