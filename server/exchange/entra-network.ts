/** The only way MSAL reaches Entra: one deadline for all tries, a second try after silence, no redirects, and an eye on what came back. */
import type { INetworkModule, NetworkRequestOptions } from '@azure/msal-node';
import { toRetryAfterMs } from '../../src/graph/chain/retry-after.ts';
import type { EntraObservation } from '../../src/domain/policy/judge-refusal.ts';
import { NoAnswer, readJson, type SendRequest } from '../http-client.ts';

const TRY_MS = 5_000;
const TOTAL_MS = 9_800;
const MAX_BYTES = 1_000_000;

export interface EntraNetwork {
  readonly module: INetworkModule;
  readonly seen: EntraObservation;
}

interface NetworkOptions {
  readonly entraBaseUrl: string;
  readonly send: SendRequest;
  readonly now: () => number;
}

/** One for each exchange, so that one user's fault is never another's. */
export function createEntraNetwork({ entraBaseUrl, send, now }: NetworkOptions): EntraNetwork {
  const seen: { -readonly [Name in keyof EntraObservation]: EntraObservation[Name] } = {
    status: 0,
    retryAfterMs: undefined,
  };

  const attempt = async <T>(method: string, url: string, options: NetworkRequestOptions = {}, timeoutMs: number) => {
    const { pathname, search } = new URL(url);
    const { headers = {}, body } = options;
    const outgoing = { method, url: `${entraBaseUrl}${pathname}${search}`, headers, timeoutMs };
    const answer = await send(body === undefined ? outgoing : { ...outgoing, body });
    const json = await readJson(answer, MAX_BYTES);
    seen.status = answer.status;
    seen.retryAfterMs = toRetryAfterMs(answer.headers['retry-after'], answer.headers.date, now());
    if (answer.status >= 300 && answer.status < 400) throw new NoAnswer('redirect');
    if (typeof json !== 'object' || json === null) throw new NoAnswer('not_json');
    // MSAL names the shape it expects and checks it itself
    return { status: answer.status, headers: toTextHeaders(answer.headers), body: json as T };
  };

  const ask = async <T>(method: string, url: string, options?: NetworkRequestOptions) => {
    const begunMs = now();
    try {
      return await attempt<T>(method, url, options, TRY_MS);
    } catch (error) {
      if (seen.status !== 0) throw error;
      return attempt<T>(method, url, options, Math.min(TRY_MS, TOTAL_MS - (now() - begunMs)));
    }
  };

  const module: INetworkModule = {
    sendGetRequestAsync: <T>(url: string, options?: NetworkRequestOptions) => ask<T>('GET', url, options),
    sendPostRequestAsync: <T>(url: string, options?: NetworkRequestOptions) => ask<T>('POST', url, options),
  };
  return { module, seen };
}

function toTextHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
