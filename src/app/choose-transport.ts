/** Decides which way to Graph a page takes, and makes both: directly with the page's own token, or through our relay. */
import type { ClientConfig } from '../domain/contract/client-config.ts';
import type { Session } from '../domain/contract/session.ts';
import { Failure } from '../domain/failure.ts';
import type { NestedAuth, NestedToken } from '../auth/nested.ts';
import { createLimit } from '../graph/chain/http.ts';
import { createGraph } from '../graph/create-graph.ts';
import type { Graph, GraphClock, TokenNeed } from '../graph/graph.ts';

type GetApiToken = (need: TokenNeed) => Promise<string>;

export interface Way {
  readonly graph: Graph;
  /** What the token may do, where the page knows it; the relay knows for itself. */
  readonly granted?: ReadonlySet<string>;
  readonly name: 'direct' | 'relay';
}

export interface WaySetup {
  readonly config: ClientConfig;
  /** Our own origin, without a trailing slash. */
  readonly origin: string;
  readonly fetch: typeof fetch;
  readonly clock: GraphClock;
  /** `<host>/<device>`. */
  readonly client: string;
  readonly getApiToken: GetApiToken;
  /** Absent where the host offers no nested app authentication. */
  readonly nested?: NestedAuth;
  /** Whether the person has done something just now, so that a window is no surprise. */
  readonly hasGesture?: () => boolean;
}

export interface Wish {
  /** Nothing works without these. */
  readonly scopes: readonly string[];
  /** Used where they were agreed to; their absence costs only what they are for. */
  readonly optional?: readonly string[];
  /** The person has just asked for it, so the host may open its window. */
  readonly withWindow?: boolean;
}

export interface Ways {
  /** `session` as far as it is known; `closed` ends every call of this way. */
  readonly choose: (session: Session | undefined, wish: Wish, closed: AbortSignal) => Promise<Way>;
  /** What `choose` will most likely answer. */
  readonly hint: (session: Session | undefined) => 'direct' | 'relay';
}

/** For so long a scope that was refused is not asked for again. */
const REFUSED_MS = 60_000;

const isMissing = (error: unknown): boolean =>
  error instanceof Failure && ['consent_required', 'interaction_required'].includes(error.code);

/** The widest set that is agreed to: all that is wanted, else what is needed and whatever else can be had beside it. */
function createWidest(nested: NestedAuth, now: () => number) {
  const refusedAt = new Map<string, number>();
  const isRefused = (scope: string): boolean => now() - (refusedAt.get(scope) ?? -Infinity) < REFUSED_MS;
  const hasScope = async (scopes: readonly string[], scope: string): Promise<boolean> => {
    try {
      return (await nested.getToken({ scopes: [...scopes, scope] })).token !== '';
    } catch (error) {
      if (!isMissing(error)) throw error;
      refusedAt.set(scope, now());
      return false;
    }
  };
  return async ({ scopes, optional = [], withWindow }: Wish): Promise<NestedToken> => {
    const wanted = optional.filter((scope) => !isRefused(scope));
    // no window for what is only wanted: the person is asked for what is needed alone
    const needed = { scopes, ...(withWindow ? { withWindow } : {}) };
    if (wanted.length === 0) return nested.getToken(needed);
    try {
      return await nested.getToken({ scopes: [...scopes, ...wanted] });
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    const least = await nested.getToken(needed);
    const had = await Promise.all(
      wanted.map(async (scope) => least.scopes.has(scope) || (await hasScope(scopes, scope))),
    );
    const agreed = wanted.filter((_scope, index) => had[index]);
    return agreed.length === 0 ? least : nested.getToken({ scopes: [...scopes, ...agreed] });
  };
}

/** The token that Graph is asked with must be the one person's that our server knows. */
function requireSameAccount({ account }: NestedToken, session: Session | undefined): void {
  if (session === undefined || account.objectId === '') return;
  if (account.objectId.toLowerCase() !== session.user.objectId.toLowerCase()) {
    throw new Failure('sign_in_failed', { path: 'two accounts' });
  }
}

export function createWays(setup: WaySetup): Ways {
  const { config, origin, fetch, clock, client, getApiToken, nested, hasGesture = () => false } = setup;
  const limit = createLimit();
  const getWidest = nested && createWidest(nested, clock.now);
  const toRelay = (closed: AbortSignal): Way => ({
    name: 'relay',
    graph: createGraph({ base: `${origin}/graph`, getToken: getApiToken, client, fetch, clock, limit, closed }),
  });
  const toDirect = async (
    auth: NestedAuth,
    session: Session | undefined,
    wish: Wish,
    closed: AbortSignal,
  ): Promise<Way> => {
    const first = await (getWidest ?? auth.getToken)(wish);
    requireSameAccount(first, session);
    const scopes = [...wish.scopes, ...(wish.optional ?? []).filter((scope) => first.scopes.has(scope))];
    const getToken = async ({ claims, fresh }: TokenNeed): Promise<string> => {
      if (claims === undefined && fresh !== true) return (await auth.getToken({ scopes })).token;
      const better = claims === undefined ? { fresh: true } : { claims };
      return (await auth.getToken({ scopes, ...better, withWindow: wish.withWindow === true })).token;
    };
    const graph = createGraph({ base: config.graphBaseUrl, getToken, fetch, clock, limit, closed });
    return { graph, granted: first.scopes, name: 'direct' };
  };
  const modeOf = (session: Session | undefined): string => session?.transport?.mode ?? 'automatic';
  return {
    hint: (session) => (nested === undefined || modeOf(session) === 'relayOnly' ? 'relay' : 'direct'),
    choose: async (session, asked, closed) => {
      const wish: Wish = hasGesture() ? { ...asked, withWindow: true } : asked;
      const mode = modeOf(session);
      if (nested !== undefined && mode !== 'relayOnly' && (await nested.isUsable())) {
        try {
          return await toDirect(nested, session, wish, closed);
        } catch (error) {
          // the bridge went away while it was asked: the relay carries everything
          if (await nested.isUsable()) throw error;
        }
      }
      // the organisation wants no calendar data on our server, and this host can't do without it
      if (mode === 'directOnly') throw new Failure('device_not_enabled', { path: 'transport.directOnly' });
      return toRelay(closed);
    },
  };
}
