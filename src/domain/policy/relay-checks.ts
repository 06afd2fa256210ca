/** Everything about relayed calls that only a token, Graph's own answers or our counters can tell. */
import { ApiError } from './api-error.ts';
import type { CheckedCall, Policy } from './check-call.ts';
import { listAskedAddresses } from './write-bodies.ts';

interface ScopedToken {
  /** In lower case; undefined where Entra didn't say. */
  readonly scopes: ReadonlySet<string> | undefined;
  readonly obtainedAtMs: number;
}

export interface TokenSource<Token extends ScopedToken> {
  readonly get: () => Promise<Token>;
  /** Asks Entra although a token is held. */
  readonly renew: () => Promise<Token>;
  readonly now: () => number;
  /** A single call, not the items of a batch, of which Graph itself refuses those that lack their scope. */
  readonly alone: boolean;
}

export interface OwnChecks {
  readonly requireOwnCalendar: (calendarId: string) => Promise<void>;
  readonly requireRooms: (addresses: readonly string[]) => Promise<void>;
  readonly takeNewEvents: (count: number) => void;
}

/** A token got a moment ago is not asked for again only because a batch holds a call whose scope it lacks. */
const RENEW_AFTER_MS = 15_000;

const lacksScope = ({ scopes }: ScopedToken, { rule }: CheckedCall): boolean =>
  scopes !== undefined && !rule.scopes.some((scope) => scopes.has(scope.toLowerCase()));

/** Consent may have been given since the held token was got. Throws `consent_required`. */
export async function getTokenFor<Token extends ScopedToken>(
  calls: readonly CheckedCall[],
  { get, renew, now, alone }: TokenSource<Token>,
): Promise<Token> {
  let token = await get();
  const mayRenew = alone || now() - token.obtainedAtMs > RENEW_AFTER_MS;
  if (mayRenew && calls.some((call) => lacksScope(token, call))) token = await renew();
  const refused = alone ? calls.find((call) => lacksScope(token, call)) : undefined;
  if (refused !== undefined) throw new ApiError('consent_required', { scopes: [refused.rule.scopes[0]] });
  return token;
}

/** Throws what the checks throw. */
export async function requireOwn(calls: readonly CheckedCall[], policy: Policy, checks: OwnChecks): Promise<void> {
  for (const { rule, segments, body } of calls) {
    if (rule.needs === 'ownCalendar') await checks.requireOwnCalendar(segments[2] ?? '');
    if (rule.needs === 'schedule' && !policy.features.freeBusy) await checks.requireRooms(listAskedAddresses(body));
  }
  const created = calls.filter(({ rule }) => rule.needs === 'newEvent').length;
  if (created > 0) checks.takeNewEvents(created);
}
