/** The first round of the agenda: one batch with everything that the screen needs to begin. */
import * as v from 'valibot';
import type {
  AgendaFirst,
  AgendaSource,
  MailboxSettings,
  OwnCalendar,
  SourceProblem,
  Window,
} from '../domain/agenda/agenda-sources.ts';
import { Failure } from '../domain/failure.ts';
import { fillWorkPlan } from '../domain/shifts/work-recurrence.ts';
import { isOwnCalendar, toOwnAddresses } from '../domain/policy/own-calendars.ts';
import { requireFailure } from './batch.ts';
import { type EventsRead, calendarViewCall, readCalendarView } from './calendar-view.ts';
import type { BatchAnswer, CallOptions, Graph, GraphAnswer, GraphCall } from './graph.ts';
import { parseAnswer, parseRows, toSelect } from './parse-answer.ts';
import { buildingsCall, parseBuildings } from './list-buildings.ts';
import { parseTeams, teamsCall } from './list-teams.ts';
import { mailboxSettingsCall, parseMailboxSettings } from './read-mailbox-settings.ts';
import { parseWorkPlan, workPlanCall } from './read-work-plan.ts';
import { parseWorkRecurrences, workRecurrencesCall } from './work-recurrences.ts';

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
  color: v.nullish(v.string(), 'auto'),
});

/** What each part of the batch is for, and the scope without which it is left out. */
const PARTS = {
  events: { source: 'calendar', scope: 'Calendars.Read' },
  buildings: { source: 'workPlan', scope: 'Place.Read.All' },
  workPlan: { source: 'workPlan', scope: 'Calendars.Read' },
  recurrences: { source: 'workPlan', scope: 'Calendars.Read' },
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
    ['recurrences', workRecurrencesCall],
    ['calendars', get(`/me/calendars?$select=${toSelect(calendar)}&$top=100`)],
    ['me', get(`/me?$select=${toSelect(me)}`)],
    ['mailbox', mailboxSettingsCall],
    ['buildings', buildingsCall],
  ]);
  if (withTeams) calls.set('teams', teamsCall);
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

function parseMe(body: unknown) {
  const { mail, userPrincipalName, proxyAddresses } = parseAnswer(me, body);
  const all = toOwnAddresses({
    mail: mail ?? undefined,
    userPrincipalName: userPrincipalName ?? undefined,
    proxyAddresses: proxyAddresses ?? [],
  });
  return { all, ...(mail ? { ownAddress: mail } : {}) };
}

/** Read where it can be: what is missing without it is no problem to tell. */
function findRead<T>(answer: GraphAnswer | Failure | undefined, parse: (body: unknown) => T): T | undefined {
  if (answer === undefined || answer instanceof Failure) return undefined;
  try {
    return parse(answer.body);
  } catch (error) {
    requireFailure(error);
    return undefined;
  }
}

function toServerNow(date: string | undefined): Pick<AgendaFirst, 'serverNow'> {
  const ms = Date.parse(date ?? '');
  return Number.isNaN(ms) ? {} : { serverNow: Temporal.Instant.fromEpochMilliseconds(ms) };
}

/** Without a mailbox there are no events, but there may be teams, and with them shifts; one sentence says it for all parts. */
function toShiftsAlone(answers: PartAnswers, failure: Failure): AgendaFirst | undefined {
  const teams = findRead(answers.answers.get('teams'), parseTeams) ?? [];
  if (failure.code !== 'mailbox_missing' || teams.length === 0) return undefined;
  const problems = [{ source: 'calendar', failure } as const];
  return { events: [], calendars: [], teams, workPlan: [], problems, skipped: 0, ...toServerNow(answers.date) };
}

/**
 * Throws only where nothing at all can be shown: the batch failed, or the primary calendar did (and there is no team
 * whose shifts stand without it). Every other part that fails becomes a problem beside what is there.
 */
export async function readAgenda(graph: Graph, request: AgendaRequest, options?: CallOptions): Promise<AgendaFirst> {
  const parts = await askParts(graph, request, options);
  const { answers } = parts;
  const primary = answers.get('events');
  if (primary instanceof Failure) {
    const shiftsAlone = toShiftsAlone(parts, primary);
    if (shiftsAlone !== undefined) return shiftsAlone;
    throw primary;
  }
  const { read, note, problems } = createPartReader(answers);
  const { all: own, ...mine } = read('me', parseMe) ?? { all: new Set<string>() };
  const calendars = read('calendars', (body) => parseCalendars(body, own)) ?? [];
  const calendarId = calendars.find(({ isDefault }) => isDefault)?.id ?? '';
  const view: EventsRead = await readCalendarView(graph, primary?.body, calendarId, options);
  if (view.failure) note('events', view.failure);
  const mailbox: MailboxSettings | undefined = read('mailbox', parseMailboxSettings);
  const buildings = findRead(answers.get('buildings'), parseBuildings) ?? new Map<string, string>();
  const occurrences = read('workPlan', (body) => parseWorkPlan(body, buildings));
  // what the plan says again and again counts only where its occurrences were read: they hold the exceptions
  const lines = occurrences && findRead(answers.get('recurrences'), (body) => parseWorkRecurrences(body, buildings));
  const zone = mailbox?.zone ?? 'UTC';
  const teams = read('teams', parseTeams) ?? [];
  return {
    events: view.events,
    calendars,
    teams,
    workPlan: fillWorkPlan(occurrences?.rows ?? [], lines?.rows ?? [], request.window, zone),
    ...(mailbox ? { mailbox } : {}),
    ...mine,
    problems,
    skipped: view.skipped + (occurrences?.skipped ?? 0),
    ...toServerNow(parts.date),
  };
}
