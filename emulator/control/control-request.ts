/** Reads the bodies of control calls that change the world, its people and the switches. */
import { FORCED_REFUSALS } from '../entra/forced-refusals.ts';
import type { Switches } from '../switches.ts';
import {
  fail,
  findFlag,
  findMembers,
  findOneOf,
  findText,
  findTexts,
  findWhole,
  requireObject,
  requireText,
  type Members,
} from './read-members.ts';

const YEAR_MS = 366 * 24 * 60 * 60_000;

/** Switches that are not told get their usual value. */
export interface ResetOptions extends SwitchChanges {
  readonly seed?: string | undefined;
  /** World time, as an instant. */
  readonly now?: string | undefined;
  readonly people?: number | undefined;
  readonly rooms?: number | undefined;
  readonly buildings?: number | undefined;
  readonly events?: number | undefined;
}

const SWITCHES = [
  'latencyMs',
  'roomAnswerMs',
  'exposeRetryAfter',
  'consentDelayMs',
  'tokenLifeS',
  'consentSuberror',
  'secretExpired',
  'unregisteredIn',
  'requestLimits',
  'concurrentPerMailbox',
  'requestsPerMailbox',
  'shiftsPerTeam',
];

/** What is not told stays as it is. */
export interface SwitchChanges extends Partial<{ readonly [K in keyof Switches]: Switches[K] | undefined }> {
  readonly roomAnswerMs?: number | undefined;
}

const DAY_S = 24 * 60 * 60;
const MOST_REQUESTS = 1_000_000;

function readSwitches(given: Members): SwitchChanges {
  return {
    latencyMs: findWhole(given['latencyMs'], 'latencyMs', 0, 600_000),
    roomAnswerMs: findWhole(given['roomAnswerMs'], 'roomAnswerMs', 0, YEAR_MS),
    exposeRetryAfter: findFlag(given['exposeRetryAfter'], 'exposeRetryAfter'),
    consentDelayMs: findWhole(given['consentDelayMs'], 'consentDelayMs', 0, 600_000),
    tokenLifeS: given['tokenLifeS'] === null ? null : findWhole(given['tokenLifeS'], 'tokenLifeS', 1, 2 * DAY_S),
    consentSuberror: findFlag(given['consentSuberror'], 'consentSuberror'),
    secretExpired: findFlag(given['secretExpired'], 'secretExpired'),
    unregisteredIn: findTexts(given['unregisteredIn'], 'unregisteredIn'),
    requestLimits: findFlag(given['requestLimits'], 'requestLimits'),
    concurrentPerMailbox: findWhole(given['concurrentPerMailbox'], 'concurrentPerMailbox', 1, MOST_REQUESTS),
    requestsPerMailbox: findWhole(given['requestsPerMailbox'], 'requestsPerMailbox', 1, MOST_REQUESTS),
    shiftsPerTeam: findWhole(given['shiftsPerTeam'], 'shiftsPerTeam', 1, MOST_REQUESTS),
  };
}

export const parseSwitches = (value: unknown): SwitchChanges =>
  readSwitches(requireObject(value, 'The body', SWITCHES));

/** Exchange's calendar begins and ends a little outside of these. */
const [FIRST_YEAR, LAST_YEAR] = [1602, 4499];

/** Not the 30th of February. */
const isDate = (date: string): boolean => new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);

/** An instant with its offset: world time has no zone of its own. */
export function parseNow(value: unknown): string | undefined {
  const text = findText(value, 'now');
  if (text === undefined) return undefined;
  const date = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.exec(text)?.[1];
  if (date === undefined || Number.isNaN(Date.parse(text)) || !isDate(date))
    return fail('now must be a time with its offset, as 2026-03-02T08:00:00Z.');
  const year = Number(date.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR
    ? text
    : fail(`now must lie between the years ${FIRST_YEAR} and ${LAST_YEAR}.`);
}

/** `seeds`: names of the seeds that exist. */
export function parseReset(value: unknown, seeds: readonly string[]): ResetOptions {
  const given = requireObject(value, 'The body', [
    'seed',
    'now',
    'people',
    'rooms',
    'buildings',
    'events',
    ...SWITCHES,
  ]);
  return {
    seed: findOneOf(given['seed'], 'seed', seeds),
    now: parseNow(given['now']),
    people: findWhole(given['people'], 'people', 0, 20_000),
    rooms: findWhole(given['rooms'], 'rooms', 0, 50_000),
    buildings: findWhole(given['buildings'], 'buildings', 1, 50),
    events: findWhole(given['events'], 'events', 0, 1_000_000),
    ...readSwitches(given),
  };
}

export interface TokenOrder {
  readonly person: string;
  readonly audience: 'app' | 'graph';
  readonly claims: Members;
  readonly header: Members;
  readonly key: 'current' | 'retired' | 'foreign';
}

export function parseTokenOrder(value: unknown): TokenOrder {
  const given = requireObject(value, 'The body', ['person', 'audience', 'claims', 'header', 'key']);
  return {
    person: requireText(given['person'], 'person'),
    audience: findOneOf(given['audience'], 'audience', ['app', 'graph']) ?? fail('audience must be app or graph.'),
    claims: findMembers(given['claims'], 'claims') ?? {},
    header: findMembers(given['header'], 'header') ?? {},
    key: findOneOf(given['key'], 'key', ['current', 'retired', 'foreign']) ?? 'current',
  };
}

export interface ConsentOrder {
  readonly person: string;
  readonly scopes: readonly string[];
  readonly granted: boolean;
}

export function parseConsentOrder(value: unknown): ConsentOrder {
  const given = requireObject(value, 'The body', ['person', 'scopes', 'granted']);
  const { scopes } = given;
  return {
    person: requireText(given['person'], 'person'),
    scopes: Array.isArray(scopes)
      ? scopes.map((scope, i) => requireText(scope, `scopes[${i}]`))
      : fail('scopes must be a list of texts.'),
    granted: findFlag(given['granted'], 'granted') ?? fail('granted must be true or false.'),
  };
}

export const parseAdvance = (value: unknown): number =>
  findWhole(requireObject(value, 'The body', ['advanceMs'])['advanceMs'], 'advanceMs', 0, 10 * YEAR_MS) ??
  fail('advanceMs must be given.');

/** What is to change about a person; what is not told stays as it is. */
export interface PersonOrder {
  readonly person: string;
  readonly accountEnabled?: boolean | undefined;
  readonly requireMfa?: boolean | undefined;
  readonly revokeSignIns?: boolean | undefined;
  /** All of the app's roles that the person then has. */
  readonly appRoles?: readonly string[] | undefined;
  /** Null takes the refusal back. */
  readonly refusal?: number | null | undefined;
}

function findRefusal(value: unknown): number | null | undefined {
  if (value === undefined || value === null) return value;
  const known = [...FORCED_REFUSALS.keys()];
  return known.find((code) => code === value) ?? fail(`refusal must be null or one of ${known.join(', ')}.`);
}

export function parsePersonOrder(value: unknown): PersonOrder {
  const known = ['person', 'accountEnabled', 'requireMfa', 'revokeSignIns', 'appRoles', 'refusal'];
  const given = requireObject(value, 'The body', known);
  return {
    person: requireText(given['person'], 'person'),
    accountEnabled: findFlag(given['accountEnabled'], 'accountEnabled'),
    requireMfa: findFlag(given['requireMfa'], 'requireMfa'),
    revokeSignIns: findFlag(given['revokeSignIns'], 'revokeSignIns'),
    appRoles: findTexts(given['appRoles'], 'appRoles'),
    refusal: findRefusal(given['refusal']),
  };
}
