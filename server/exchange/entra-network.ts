/** The only way MSAL reaches Entra: one deadline for all tries, a second try after silence, no redirects, and an eye on what came back. */
import type { INetworkModule, NetworkRequestOptions } from '@azure/msal-node';
import { NoAnswer, readJson, type SendRequest } from '../http-client.ts';

const TRY_MS = 5_000;
const TOTAL_MS = 9_800;
const MAX_BYTES = 1_000_000;

/** What MSAL's errors leave out. */
export interface EntraObservation {
  /** 0: no answer at all. */
  status: number;
  retryAfterMs: number | undefined;
}

export interface EntraNetwork {
  readonly module: INetworkModule;
  readonly seen: EntraObservation;
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3); undefined for anything else. */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined;
  const seconds = /^\d{1,7}(\.\d{1,9})?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

interface NetworkOptions {
  readonly entraBaseUrl: string;
  readonly send: SendRequest;
  readonly now: () => number;
}

/** One for each exchange, so that one user's fault is never another's. */
export function createEntraNetwork({ entraBaseUrl, send, now }: NetworkOptions): EntraNetwork {
  const seen: EntraObservation = { status: 0, retryAfterMs: undefined };

  const attempt = async (
    method: string,
    url: string,
    options: NetworkRequestOptions | undefined,
    timeoutMs: number,
  ) => {
    const { pathname, search } = new URL(url);
    const body = method === 'POST' && options?.body !== undefined ? { body: options.body } : {};
    const headers = options?.headers ?? {};
    const answer = await send({ method, url: `${entraBaseUrl}${pathname}${search}`, headers, ...body, timeoutMs });
    const json = await readJson(answer, MAX_BYTES);
    seen.status = answer.status;
    seen.retryAfterMs = parseRetryAfter(answer.headers['retry-after'], now());
    if (answer.status >= 300 && answer.status < 400) throw new NoAnswer('redirect');
    if (typeof json !== 'object' || json === null) throw new NoAnswer('not_json');
    return { status: answer.status, headers: toTextHeaders(answer.headers), body: json };
  };

  const ask = async (method: string, url: string, options?: NetworkRequestOptions) => {
    const begunMs = now();
    try {
      return await attempt(method, url, options, TRY_MS);
    } catch (error) {
      if (seen.status !== 0) throw error;
      const leftMs = Math.min(TRY_MS, TOTAL_MS - (now() - begunMs));
      return attempt(method, url, options, leftMs);
    }
  };

  const module: INetworkModule = {
    // MSAL names the shape of the body it expects; it checks it itself
    sendGetRequestAsync: async <T>(url: string, options?: NetworkRequestOptions) => {
      const answer = await ask('GET', url, options);
      return { ...answer, body: answer.body as T };
    },
    sendPostRequestAsync: async <T>(url: string, options?: NetworkRequestOptions) => {
      const answer = await ask('POST', url, options);
      return { ...answer, body: answer.body as T };
    },
  };
  return { module, seen };
}

function toTextHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
