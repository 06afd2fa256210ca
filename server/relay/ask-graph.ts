/** Sends one call to Graph in a user's name: token on, one better token after a refusal, no redirects, nothing kept. */
import type { Exchange } from '../exchange/exchange.ts';
import type { GraphToken } from '../exchange/obtain-token.ts';
import * as policy from '../../src/domain/policy/find-claims.ts';
import { ApiError } from '../errors.ts';
import { NoAnswer, type IncomingAnswer, type OutgoingCall, type SendRequest } from '../http-client.ts';
import type { Caller } from '../identity/authenticate.ts';

export interface GraphCall {
  readonly method: string;
  /** After the version. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Nothing is changed by it, so that it may be sent again where a kept connection turned out closed. */
  readonly repeatable: boolean;
  readonly onStart?: OutgoingCall['onStart'];
}

export type AskGraph = (caller: Caller, token: GraphToken, call: GraphCall) => Promise<IncomingAnswer>;

interface AskOptions {
  readonly baseUrl: string;
  readonly send: SendRequest;
  readonly exchange: Exchange;
}

const TRY_MS = 9_000;

/** JSON text of a claims challenge. */
export const findClaims = (challenge: unknown): string | undefined =>
  policy.findClaims(challenge, (text) => Buffer.from(text, 'base64').toString('utf8'));

export function createAskGraph({ baseUrl, send, exchange }: AskOptions): AskGraph {
  const sendOnce = async ({ token }: GraphToken, call: GraphCall): Promise<IncomingAnswer> => {
    const { method, url, headers, body, onStart } = call;
    const outgoing = {
      method,
      url: `${baseUrl}/v1.0${url}`,
      headers: {
        ...headers,
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        'accept-encoding': 'gzip',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      timeoutMs: TRY_MS,
      ...(body === undefined ? {} : { body }),
      ...(onStart === undefined ? {} : { onStart }),
    };
    try {
      return await send(outgoing).catch((error: unknown) => {
        if (call.repeatable && error instanceof NoAnswer && error.staleConnection) return send(outgoing);
        throw error;
      });
    } catch (cause) {
      throw new ApiError('upstream_unavailable', { cause, retryAfterMs: 1_000 });
    }
  };

  return async (caller, token, call) => {
    let answer = await sendOnce(token, call);
    for (let renewed = false; answer.status === 401; renewed = true) {
      exchange.purge(caller);
      const claims = findClaims(answer.headers['www-authenticate']);
      if (claims === undefined && renewed) break;
      answer.body.destroy();
      if (claims !== undefined) throw new ApiError('interaction_required', { claims });
      answer = await sendOnce(await exchange.renewGraphToken(caller), call);
    }
    if (answer.status < 300 || answer.status >= 400) return answer;
    answer.body.destroy();
    throw new ApiError('upstream_unavailable', { cause: new NoAnswer('redirect') });
  };
}
