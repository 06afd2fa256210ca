/** Asks Entra once, by On-Behalf-Of, for a Graph token in a user's name. */
import { ConfidentialClientApplication } from '@azure/msal-node';
import type { Breaker } from '../../src/domain/policy/breaker.ts';
import { toGranted } from '../../src/domain/policy/granted-scopes.ts';
import type { Config } from '../config.ts';
import type { SendRequest } from '../http-client.ts';
import type { Caller } from '../identity/authenticate.ts';
import type { Log } from '../telemetry/log.ts';
import { createEntraNetwork } from './entra-network.ts';
import { toRefusal } from './entra-refusal.ts';

export interface GraphToken {
  readonly token: string;
  /** Short names of what was granted, in lower case; undefined where Entra didn't say. */
  readonly scopes: ReadonlySet<string> | undefined;
  readonly obtainedAtMs: number;
  /** The token's own end, or ten minutes from when it was obtained. */
  readonly endsAtMs: number;
}

export interface ObtainOptions {
  readonly config: Pick<Config, 'clientId' | 'credential' | 'entraBaseUrl'>;
  readonly send: SendRequest;
  readonly now: () => number;
  readonly log: Log;
}

const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';
const MAX_AGE_MS = 10 * 60_000;

/** A fresh MSAL client for each exchange: its own cache and throttling memory would let one user's fault hit others. */
function createClient({ config, send, now }: ObtainOptions, tenantId: string) {
  const { clientId, credential, entraBaseUrl } = config;
  const network = createEntraNetwork({ entraBaseUrl, send, now });
  const authority = `https://login.microsoftonline.com/${tenantId}`;
  const client = new ConfidentialClientApplication({
    auth: { clientId, authority, clientCapabilities: ['CP1'], ...credential },
    system: { networkClient: network.module },
  });
  return { client, seen: network.seen };
}

/** Throws ApiError; tells the breaker how Entra fares and an operator when it refuses the app itself. */
export async function obtainToken(options: ObtainOptions, breaker: Breaker, caller: Caller): Promise<GraphToken> {
  const { now, log } = options;
  const { tenantId, token } = caller;
  breaker.check(tenantId);
  const begunMs = now();
  const { client, seen } = createClient(options, tenantId);
  try {
    const request = { oboAssertion: token, scopes: [GRAPH_SCOPE], skipCache: true };
    const result = await client.acquireTokenOnBehalfOf(request);
    if (result === null) throw new Error('no result');
    breaker.recordSuccess(tenantId);
    const obtainedAtMs = now();
    log.exchanged('ok', obtainedAtMs - begunMs);
    const endsAtMs = Math.min(result.expiresOn?.getTime() ?? obtainedAtMs, obtainedAtMs + MAX_AGE_MS);
    return { token: result.accessToken, scopes: toGranted(result.scopes), obtainedAtMs, endsAtMs };
  } catch (cause) {
    const refusal = toRefusal(cause, seen);
    log.exchanged(refusal.error.code, now() - begunMs);
    if (refusal.outage) breaker.recordOutage(tenantId, seen.retryAfterMs);
    if (refusal.operatorFault) log.alert('entra_refuses_the_app', { status: seen.status });
    throw refusal.error;
  }
}
