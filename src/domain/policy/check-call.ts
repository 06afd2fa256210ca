/** Checks one Graph call, alone or inside a batch, against the allow-list: method, path, query, then body. */
import type { Session } from '../contract/session.ts';
import { Failure } from '../failure.ts';
import { ALLOWED_CALLS, PARAMETERS, type Rule } from './allowed-calls.ts';
import { parseGraphUrl, writeGraphUrl, type GraphUrl } from './graph-url.ts';

/** What the organisation decided and what time it is. */
export interface Policy {
  readonly features: Session['features'];
  readonly shiftSources: Session['organisation']['shiftSources'];
  readonly now: Temporal.Instant;
}

export interface MatchedCall {
  readonly rule: Rule;
  readonly segments: readonly string[];
  /** Path and query after the version, in our own spelling. */
  readonly url: string;
}

export interface CheckedCall extends MatchedCall {
  /** Read by the rule; what goes to Graph is this, never the caller's bytes. */
  readonly body?: unknown;
}

type Matcher = (segment: string) => boolean;

const toMatcher = (part: string): Matcher => {
  const parameter = PARAMETERS[part];
  return parameter === undefined ? (segment) => segment === part : (segment) => parameter.test(segment);
};

const RULES = new Map<string, { readonly rule: Rule; readonly matchers: readonly Matcher[] }[]>();
const toBucket = (method: string, length: number): string => `${method} ${length}`;
for (const rule of ALLOWED_CALLS) {
  const matchers = rule.template.slice(1).split('/').map(toMatcher);
  const bucket = toBucket(rule.method, matchers.length);
  RULES.set(bucket, [...(RULES.get(bucket) ?? []), { rule, matchers }]);
}

const refuse = (): Failure => new Failure('not_allowed');

function findRule(method: string, segments: readonly string[]): Rule | undefined {
  const candidates = RULES.get(toBucket(method, segments.length)) ?? [];
  return candidates.find(({ matchers }) => matchers.every((matches, index) => matches(segments[index] ?? '')))?.rule;
}

function requireQuery({ query: rules, required = [], oneOf }: Rule, { query }: GraphUrl): void {
  for (const [name, value] of query) {
    const isAllowed = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (isAllowed?.(value) !== true) throw refuse();
  }
  if (!required.every((name) => query.has(name))) throw new Failure('bad_request', { path: required.join(', ') });
  if (oneOf !== undefined && oneOf.filter((name) => query.has(name)).length !== 1)
    throw new Failure('bad_request', { path: `one of ${oneOf.join(', ')}` });
}

function requireFeature({ needs }: Rule, { features, shiftSources }: Policy): void {
  if ((needs === 'shifts' || needs === 'presence' || needs === 'people') && !features[needs]) throw refuse();
  if (needs === 'colleagues' && !features.shifts && !features.presence && !features.people) throw refuse();
  if (needs === 'teams' && !features.shifts && !shiftSources.includes('teamsShifts')) throw refuse();
}

/** `raw`: path and query after the version. Throws `not_allowed`; `bad_request` where an allowed call lacks a part. */
export function matchCall(method: string, raw: string, policy: Policy): MatchedCall {
  const parsed = parseGraphUrl(raw);
  if (parsed === undefined) throw refuse();
  const rule = findRule(method, parsed.segments);
  if (rule === undefined) throw refuse();
  requireQuery(rule, parsed);
  requireFeature(rule, policy);
  return { rule, segments: parsed.segments, url: writeGraphUrl(parsed) };
}

/** Throws `bad_request` for a body that this call may not have. */
export function checkBody(call: MatchedCall, body: unknown, { now }: Policy): CheckedCall {
  if (call.rule.readBody === undefined) return call;
  return { ...call, body: call.rule.readBody(body, now) };
}
