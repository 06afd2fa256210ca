/** Decides which way to Graph a page takes, and makes both: directly with the page's own token, or through our relay. */
import type { ClientConfig } from '../domain/contract/client-config.ts';
import type { Session } from '../domain/contract/session.ts';
import { Failure } from '../domain/failure.ts';
import type { CallReport } from '../domain/ledger/call-report.ts';
import type { NestedAuth, NestedToken } from '../auth/nested.ts';
import { createLimit } from '../graph/chain/http.ts';
import { createGraph, type GraphSetup } from '../graph/create-graph.ts';
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
  /** Told of each request to Graph as it ends. */
  readonly report?: (way: Way['name'], calls: readonly CallReport[]) => void;
  /** Told of each call that our relay refused or could not make. */
  readonly onRelayFailure?: (error: unknown) => void;
}

export interface Wish {
  /** Nothing works without these. */
  readonly scopes: readonly string[];
  /** Used where they were agreed to; their absence costs only what they are for. */
  readonly optional?: readonly string[];
}

export interface Ways {
  /** `session` as far as it is known; `closed` ends every call of this way. Opens no window. */
  readonly choose: (session: Session | undefined, wish: Wish, closed: AbortSignal) => Promise<Way>;
  /**
   * Asks the person, in the host's window, for these scopes, and for whatever step Graph wants besides; where nothing
   * is missing no window comes. Answers false where the page has no token of its own and our relay is to be taken.
   */
  readonly askPerson: (session: Session | undefined, scopes: readonly string[]) => Promise<boolean>;
  /** What `choose` will most likely answer. */
  readonly hint: (session: Session | undefined) => 'direct' | 'relay';
}

/** For so long a scope that was refused is not asked for again. */
const REFUSED_MS = 60_000;

const isMissing = (error: unknown): boolean =>
  error instanceof Failure && ['consent_required', 'interaction_required'].includes(error.code);

/** The widest set that is agreed to: all that is wanted, else what is needed and whatever else can be had beside it. */
function createWidest(nested: NestedAuth, now: () => number, refusedAt: Map<string, number>) {
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
  return async ({ scopes, optional = [] }: Wish): Promise<NestedToken> => {
    const wanted = optional.filter((scope) => !isRefused(scope));
    if (wanted.length === 0) return nested.getToken({ scopes });
    try {
      return await nested.getToken({ scopes: [...scopes, ...wanted] });
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    const least = await nested.getToken({ scopes });
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

/** All graphs of a page share one limit, and tell of their calls in one place. */
function createMaker({ fetch, clock, report }: WaySetup) {
  const limit = createLimit();
  return (name: Way['name'], about: Pick<GraphSetup, 'base' | 'getToken' | 'client' | 'closed'>): Graph =>
    createGraph({ ...about, fetch, clock, limit, report: (calls) => report?.(name, calls) });
}

/** Whoever makes a call through it, its failure is heard here too. */
const createRelay =
  ({ origin, client, getApiToken, onRelayFailure = () => {} }: WaySetup, makeGraph: ReturnType<typeof createMaker>) =>
  (closed: AbortSignal): Way => {
    const { send, batch } = makeGraph('relay', { base: `${origin}/graph`, getToken: getApiToken, client, closed });
    const hear = (error: unknown): never => {
      onRelayFailure(error);
      throw error;
    };
    return {
      name: 'relay',
      graph: { send: (...call) => send(...call).catch(hear), batch: (...calls) => batch(...calls).catch(hear) },
    };
  };

export function createWays(setup: WaySetup): Ways {
  const { config, clock, nested } = setup;
  const makeGraph = createMaker(setup);
  const toRelay = createRelay(setup, makeGraph);
  const refusedAt = new Map<string, number>();
  const getWidest = nested && createWidest(nested, clock.now, refusedAt);
  /** A challenge of Graph that nobody has answered yet. */
  let owed: string | undefined;
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
      owed = claims ?? owed;
      const { token } = await auth.getToken({ scopes, ...(claims === undefined ? { fresh: true } : { claims }) });
      owed = undefined;
      return token;
    };
    const graph = makeGraph('direct', { base: config.graphBaseUrl, getToken, closed });
    return { graph, granted: first.scopes, name: 'direct' };
  };
  const modeOf = (session: Session | undefined): string => session?.transport?.mode ?? 'automatic';
  const findDirect = async (session: Session | undefined): Promise<NestedAuth | undefined> =>
    nested !== undefined && modeOf(session) !== 'relayOnly' && (await nested.isUsable()) ? nested : undefined;
  return {
    hint: (session) => (nested === undefined || modeOf(session) === 'relayOnly' ? 'relay' : 'direct'),
    choose: async (session, wish, closed) => {
      const direct = await findDirect(session);
      if (direct !== undefined) {
        try {
          return await toDirect(direct, session, wish, closed);
        } catch (error) {
          // the bridge went away while it was asked: the relay carries everything
          if (await direct.isUsable()) throw error;
        }
      }
      // the organisation wants no calendar data on our server, and this host can't do without it
      if (modeOf(session) === 'directOnly') throw new Failure('device_not_enabled', { path: 'transport.directOnly' });
      return toRelay(closed);
    },
    askPerson: async (session, scopes) => {
      const direct = await findDirect(session);
      if (direct === undefined) return false;
      const claims = owed === undefined ? {} : { claims: owed };
      requireSameAccount(await direct.getToken({ scopes, ...claims, withWindow: true }), session);
      owed = undefined;
      for (const scope of scopes) refusedAt.delete(scope);
      return true;
    },
  };
}
