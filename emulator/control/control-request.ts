/** Reads the bodies of control calls; nonsense is refused with what is wrong and where. */
import { parseJson } from '../http/parse-json.ts';
import type { Fault, FaultOrder } from './faults.ts';

export class ControlError extends Error {
  readonly status: number;
  constructor(detail: string, status = 400) {
    super(detail);
    this.name = 'ControlError';
    this.status = status;
  }
}

type Members = Readonly<Record<string, unknown>>;

const fail = (detail: string): never => {
  throw new ControlError(detail);
};

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function parseText(text: string): unknown {
  if (text.trim() === '') return {};
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : fail('The body is not JSON.');
}

function requireObject(value: unknown, at: string, known: readonly string[]): Members {
  if (!isObject(value)) return fail(`${at} must be an object.`);
  const stranger = Object.keys(value).find((name) => !known.includes(name));
  return stranger === undefined ? value : fail(`${at} has no member '${stranger}'; it knows ${known.join(', ')}.`);
}

const requireText = (value: unknown, at: string): string =>
  typeof value === 'string' && value !== '' ? value : fail(`${at} must be a text.`);

const findText = (value: unknown, at: string): string | undefined =>
  value === undefined ? undefined : requireText(value, at);

function findWhole(value: unknown, at: string, least: number, most: number): number | undefined {
  if (value === undefined) return undefined;
  const ok = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
  return ok ? value : fail(`${at} must be a whole number from ${least} to ${most}.`);
}

function findFlag(value: unknown, at: string): boolean | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'boolean' ? value : fail(`${at} must be true or false.`);
}

function findOneOf<T extends string>(value: unknown, at: string, choices: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  return choices.find((choice) => choice === value) ?? fail(`${at} must be one of ${choices.join(', ')}.`);
}

const findMembers = (value: unknown, at: string): Members | undefined =>
  value === undefined || isObject(value) ? value : fail(`${at} must be an object.`);

const YEAR_MS = 366 * 24 * 60 * 60_000;

export interface ResetOptions {
  readonly seed?: string | undefined;
  /** World time, as an instant. */
  readonly now?: string | undefined;
  readonly people?: number | undefined;
  readonly rooms?: number | undefined;
  readonly events?: number | undefined;
  readonly latencyMs?: number | undefined;
  readonly roomAnswerMs?: number | undefined;
  /** Lets browsers read `Retry-After`, which Graph does not. */
  readonly exposeRetryAfter?: boolean | undefined;
}

const RESET_MEMBERS = [
  ...['seed', 'now', 'people', 'rooms', 'events', 'latencyMs', 'roomAnswerMs', 'exposeRetryAfter'],
] as const;

/** An instant with its offset: world time has no zone of its own. */
export function parseNow(value: unknown): string | undefined {
  const text = findText(value, 'now');
  if (text === undefined) return undefined;
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text);
  return isInstant && !Number.isNaN(Date.parse(text))
    ? text
    : fail('now must be a time with its offset, as 2026-03-02T08:00:00Z.');
}

/** `seeds`: names of the seeds that exist. */
export function parseReset(value: unknown, seeds: readonly string[]): ResetOptions {
  const given = requireObject(value, 'The body', RESET_MEMBERS);
  return {
    seed: findOneOf(given['seed'], 'seed', seeds),
    now: parseNow(given['now']),
    people: findWhole(given['people'], 'people', 0, 20_000),
    rooms: findWhole(given['rooms'], 'rooms', 0, 50_000),
    events: findWhole(given['events'], 'events', 0, 1_000_000),
    latencyMs: findWhole(given['latencyMs'], 'latencyMs', 0, 600_000),
    roomAnswerMs: findWhole(given['roomAnswerMs'], 'roomAnswerMs', 0, YEAR_MS),
    exposeRetryAfter: findFlag(given['exposeRetryAfter'], 'exposeRetryAfter'),
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

function parseFaultHeaders(value: unknown, at: string): Record<string, string> {
  const headers = findMembers(value, at) ?? {};
  return Object.fromEntries(
    Object.entries(headers).map(([name, one]) => {
      const isName = /^[\w!#$%&'*+.^`|~-]+$/.test(name);
      const isValue = (typeof one === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(one)) || typeof one === 'number';
      return isName && isValue ? [name, String(one)] : fail(`${at}.${name} is no header.`);
    }),
  );
}

function parseOrder(value: unknown, at: string): FaultOrder {
  const known = ['status', 'headers', 'body', 'delayMs', 'hang', 'cut', 'carriedOut'];
  const given = requireObject(value, at, known);
  const flags = Object.fromEntries(
    (['hang', 'cut', 'carriedOut'] as const).map((name) => [name, findFlag(given[name], `${at}.${name}`) ?? false]),
  );
  const isAnswered = flags['hang'] !== true && flags['cut'] !== true;
  const status = findWhole(given['status'], `${at}.status`, 200, 599);
  if (status === undefined && isAnswered) return fail(`${at}.status must be given.`);
  return {
    status: status ?? 503,
    headers: parseFaultHeaders(given['headers'], `${at}.headers`),
    ...(given['body'] === undefined ? {} : { body: given['body'] }),
    delayMs: findWhole(given['delayMs'], `${at}.delayMs`, 0, 600_000) ?? 0,
    ...flags,
  };
}

export function parseFaults(value: unknown): readonly Fault[] {
  if (!Array.isArray(value)) return fail('The body must be a list of faults.');
  return value.map((one: unknown, i) => {
    const given = requireObject(one, `[${i}]`, ['match', 'answer', 'times']);
    const match = requireObject(given['match'], `[${i}].match`, ['method', 'path']);
    const path = requireText(match['path'], `[${i}].match.path`);
    if (!path.startsWith('/') || path.includes('?')) fail(`[${i}].match.path must be a pathname.`);
    const method = findText(match['method'], `[${i}].match.method`);
    return {
      match: { path, ...(method === undefined ? {} : { method }) },
      answer: parseOrder(given['answer'], `[${i}].answer`),
      times: findWhole(given['times'], `[${i}].times`, 1, 1_000_000) ?? 1,
    };
  });
}
