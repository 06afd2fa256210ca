/** Exchanges a verified sign-in for a Graph token by On-Behalf-Of, and keeps it in memory for ten minutes at most. */
import { ConfidentialClientApplication } from '@azure/msal-node';
import { LRUCache } from 'lru-cache';
import type { Config } from '../config.ts';
import { ApiError } from '../errors.ts';
import type { SendRequest } from '../http-client.ts';
import type { Caller } from '../identity/authenticate.ts';
import type { Log } from '../telemetry/log.ts';
import { createBreaker } from './breaker.ts';
import { createEntraNetwork } from './entra-network.ts';
import { toRefusal } from './entra-refusal.ts';

export interface GraphToken {
  readonly token: string;
  /** Short names of what was granted; undefined where Entra didn't say. */
  readonly scopes: ReadonlySet<string> | undefined;
  readonly obtainedAtMs: number;
  /** The token's own end, or ten minutes from when it was obtained. */
  readonly endsAtMs: number;
}

export interface Exchange {
  /** From memory where possible. The caller must have been verified. Throws ApiError. */
  getGraphToken(caller: Caller): Promise<GraphToken>;
  /** Asks Entra although a token is held: consent may have been given meanwhile. */
  renewGraphToken(caller: Caller): Promise<GraphToken>;
  /** Forgets what is held, and what is still on its way. */
  purge(user: { readonly tenantId: string; readonly objectId: string }): void;
}

export interface ExchangeOptions {
  readonly config: Pick<Config, 'clientId' | 'credential' | 'entraBaseUrl'>;
  readonly send: SendRequest;
  readonly now: () => number;
  readonly log: Log;
}

const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';
const MAX_AGE_MS = 10 * 60_000;
const REFRESH_BEFORE_MS = 5 * 60_000;
const REFRESH_EVERY_MS = 30_000;
/** The last seconds of a token are not begun: it would end on its way. */
const LAST_MOMENT_MS = 2_000;
const MAX_USERS = 20_000;

const OIDC_SCOPES = ['openid', 'profile', 'email', 'offline_access'];

/** Undefined where the answer repeats the request (`.default`) instead of naming what was granted. */
function toGranted(scopes: readonly string[]): ReadonlySet<string> | undefined {
  const names = scopes
    .map((scope) => scope.slice(scope.lastIndexOf('/') + 1))
    .filter((name) => !OIDC_SCOPES.includes(name));
  return names.length === 0 || names.includes('.default') ? undefined : new Set(names);
}

/** A fresh MSAL client for each exchange: its own cache and throttling memory would let one user's fault hit others. */
function createClient({ config, send, now }: ExchangeOptions, tenantId: string) {
  const { clientId, credential, entraBaseUrl } = config;
  const network = createEntraNetwork({ entraBaseUrl, send, now });
  const secret =
    credential.kind === 'secret'
      ? { clientSecret: credential.secret }
      : { clientCertificate: { thumbprintSha256: credential.thumbprintSha256, privateKey: credential.privateKey } };
  const client = new ConfidentialClientApplication({
    auth: {
      clientId,
      authority: `https://login.microsoftonline.com/${tenantId}`,
      clientCapabilities: ['CP1'],
      ...secret,
    },
    system: { networkClient: network.module },
  });
  return { client, seen: network.seen };
}

export function createExchange(options: ExchangeOptions): Exchange {
  const { now, log } = options;
  const tokens = new LRUCache<string, GraphToken>({ max: MAX_USERS });
  const flights = new Map<string, Promise<GraphToken>>();
  const refreshedAt = new LRUCache<string, number>({ max: MAX_USERS });
  const breaker = createBreaker(now);
  const toKey = ({ tenantId, objectId }: { readonly tenantId: string; readonly objectId: string }): string =>
    `${tenantId}/${objectId}`;

  const exchange = async ({ tenantId, token }: Caller): Promise<GraphToken> => {
    const { client, seen } = createClient(options, tenantId);
    const result = await client
      .acquireTokenOnBehalfOf({ oboAssertion: token, scopes: [GRAPH_SCOPE], skipCache: true })
      .catch((cause: unknown) => {
        const refusal = toRefusal(cause, seen);
        if (refusal.outage) breaker.recordOutage(tenantId, seen);
        if (refusal.operatorFault) log.alert('entra_refuses_the_app', { status: seen.status });
        throw refusal.error;
      });
    if (result === null) throw toRefusal(new Error('no result'), { status: 0, retryAfterMs: undefined }).error;
    breaker.recordSuccess(tenantId);
    const obtainedAtMs = now();
    const endsAtMs = Math.min(result.expiresOn?.getTime() ?? obtainedAtMs, obtainedAtMs + MAX_AGE_MS);
    return { token: result.accessToken, scopes: toGranted(result.scopes), obtainedAtMs, endsAtMs };
  };

  /** Single flight for each user. A failure is never remembered; one that says more than "away" drops what is held. */
  const fetchToken = (caller: Caller): Promise<GraphToken> => {
    const key = toKey(caller);
    const running = flights.get(key);
    if (running !== undefined) return running;
    breaker.check(caller.tenantId);
    const flight: Promise<GraphToken> = exchange(caller).then(
      (fresh) => {
        if (flights.get(key) === flight) {
          flights.delete(key);
          tokens.set(key, fresh);
        }
        return fresh;
      },
      (error: unknown) => {
        if (flights.get(key) === flight) flights.delete(key);
        if (!(error instanceof ApiError && error.code === 'upstream_unavailable')) tokens.delete(key);
        throw error;
      },
    );
    flights.set(key, flight);
    return flight;
  };

  const refreshBehind = (caller: Caller, key: string): void => {
    if (now() - (refreshedAt.get(key) ?? -Infinity) < REFRESH_EVERY_MS) return;
    refreshedAt.set(key, now());
    void Promise.resolve()
      .then(() => fetchToken(caller))
      .catch(() => undefined);
  };

  return {
    getGraphToken: async (caller) => {
      const key = toKey(caller);
      const held = tokens.get(key);
      const leftMs = (held?.endsAtMs ?? 0) - now();
      if (held === undefined || leftMs <= LAST_MOMENT_MS) return fetchToken(caller);
      if (leftMs < REFRESH_BEFORE_MS) refreshBehind(caller, key);
      return held;
    },
    renewGraphToken: async (caller) => fetchToken(caller),
    purge: (user) => {
      tokens.delete(toKey(user));
      flights.delete(toKey(user));
    },
  };
}
