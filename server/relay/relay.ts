/** The relay: doors, allow-list, ownership and limits, then one call to Graph in the caller's name, streamed back and kept nowhere. */
import type { Request, RequestHandler, Response } from 'express';
import { hasMethodOverride } from '../api-routes.ts';
import { ApiError } from '../errors.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { GraphToken } from '../exchange/obtain-token.ts';
import type { Authenticate, Caller } from '../identity/authenticate.ts';
import { parseClientHeader } from '../../src/domain/contract/client-header.ts';
import type { Gates } from '../integration/gates.ts';
import type { Limit } from '../limits.ts';
import { readJsonBody, requireSafeNames } from '../read-body.ts';
import { toUserKey } from '../user-key.ts';
import type { AskGraph } from './ask-graph.ts';
import { checkBatch, writeBatch, type BatchItem } from '../../src/domain/policy/check-batch.ts';
import { checkBody, matchCall, type CheckedCall, type Policy } from '../../src/domain/policy/check-call.ts';
import type { KnownAddresses } from './known-addresses.ts';
import { requireConnected } from '../../src/domain/policy/require-open-door.ts';
import { pickKnownHeaders } from '../../src/domain/policy/relayed-headers.ts';
import { sendBatchAnswer, sendStripped, streamAnswer } from './send-answer.ts';
import { getTokenFor, requireOwn, type OwnChecks } from '../../src/domain/policy/relay-checks.ts';

export interface RelayParts {
  readonly authenticate: Authenticate;
  readonly userLimit: Limit;
  readonly newEventLimit: Limit;
  readonly gates: Gates;
  readonly exchange: Exchange;
  readonly ask: AskGraph;
  readonly known: KnownAddresses;
  readonly now: () => number;
}

const MAX_BYTES = 1024 * 1024;
const PREFIX = '/graph/v1.0';

async function readPolicy({ gates, now }: RelayParts, request: Request, caller: Caller): Promise<Policy> {
  const { device } = parseClientHeader(request.headers['office-shifts-client']);
  const doors = await gates.read(caller);
  requireConnected(doors, caller, device);
  const { features, shiftSources } = doors.settings;
  return { features, shiftSources, now: Temporal.Instant.fromEpochMilliseconds(now()) };
}

const getToken = ({ exchange, now }: RelayParts, caller: Caller, calls: readonly CheckedCall[], alone: boolean) =>
  getTokenFor(calls, {
    get: () => exchange.getGraphToken(caller),
    renew: () => exchange.renewGraphToken(caller),
    now,
    alone,
  });

const toChecks = ({ known, newEventLimit }: RelayParts, caller: Caller, token: GraphToken): OwnChecks => ({
  requireOwnCalendar: (calendarId) => known.requireOwnCalendar(caller, token, calendarId),
  requireRooms: (addresses) => known.requireRooms(caller, token, addresses),
  takeNewEvents: (count) => newEventLimit.take(toUserKey(caller), count),
});

/** A caller who goes away takes the call to Graph along. */
const stopWith =
  (response: Response) =>
  (stop: () => void): void => {
    response.on('close', () => {
      if (!response.writableFinished) stop();
    });
    if (response.destroyed) stop();
  };

async function relayBatch(parts: RelayParts, request: Request, response: Response, caller: Caller, policy: Policy) {
  const items: readonly BatchItem[] = checkBatch(await readJsonBody(request, MAX_BYTES), policy);
  const calls = items.map(({ call }) => call);
  const token = await getToken(parts, caller, calls, false);
  await requireOwn(calls, policy, toChecks(parts, caller, token));
  const repeatable = calls.every(({ rule }) => rule.writes !== true);
  const answer = await parts.ask(caller, token, {
    method: 'POST',
    url: '/$batch',
    headers: {},
    body: writeBatch(items),
    repeatable,
    onStart: stopWith(response),
  });
  await sendBatchAnswer(response, answer, items, { ownId: caller.objectId, purge: () => parts.exchange.purge(caller) });
}

async function relayCall(parts: RelayParts, request: Request, response: Response, caller: Caller, policy: Policy) {
  const matched = matchCall(request.method, request.originalUrl.slice(PREFIX.length), policy);
  response.locals['route'] = `${PREFIX}${matched.rule.template}`;
  const needsBody = matched.rule.readBody !== undefined;
  const call: CheckedCall = needsBody ? checkBody(matched, await readJsonBody(request, MAX_BYTES), policy) : matched;
  const token = await getToken(parts, caller, [call], true);
  await requireOwn([call], policy, toChecks(parts, caller, token));
  const answer = await parts.ask(caller, token, {
    method: call.rule.method,
    url: call.url,
    headers: pickKnownHeaders(request.headers),
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    repeatable: call.rule.writes !== true,
    onStart: stopWith(response),
  });
  const { strip } = call.rule;
  if (strip && answer.status < 300) await sendStripped(response, answer, (body) => strip(body, caller.objectId));
  else await streamAnswer(response, answer);
}

export function createRelay(parts: RelayParts): RequestHandler {
  return async (request, response) => {
    const caller = await parts.authenticate(request);
    response.locals['user'] = caller;
    parts.userLimit.take(toUserKey(caller));
    requireSafeNames(request);
    const policy = await readPolicy(parts, request, caller);
    const { method, originalUrl, headers } = request;
    if (hasMethodOverride(headers) || !originalUrl.startsWith(`${PREFIX}/`)) throw new ApiError('not_allowed');
    response.locals['route'] = PREFIX;
    const isBatch = method === 'POST' && /^\/graph\/v1\.0\/(\$|%24)batch$/.test(originalUrl);
    await (isBatch ? relayBatch : relayCall)(parts, request, response, caller, policy);
  };
}
