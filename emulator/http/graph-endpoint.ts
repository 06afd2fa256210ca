/** Microsoft Graph over HTTP: CORS, bearer token, ordered faults, latency and the record, around the service itself. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Request, RequestHandler, Response } from 'express';

import type { FaultAnswer } from '../control/faults.ts';
import type { EmulatorState } from '../emulator-state.ts';
import { checkToken, type TokenClaims } from '../entra/check-token.ts';
import { GRAPH_CLIENT_ID, GRAPH_URI } from '../entra/graph-scopes.ts';
import { isRevoked } from '../entra/sign-ins.ts';
import { badRequest, GraphError, toErrorBody } from '../graph/graph-error.ts';
import type { GraphAnswer, GraphCaller } from '../graph/graph-request.ts';
import type { Person } from '../world.ts';
import { parseJson } from './parse-json.ts';
import { readBody } from './read-body.ts';

const JSON_TYPE = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

const ALLOWED_HEADERS = [
  ...['Authorization', 'Content-Type', 'Accept', 'Accept-Language', 'Prefer', 'If-Match', 'If-None-Match'],
  ...['ConsistencyLevel', 'client-request-id', 'return-client-request-id', 'SdkVersion', 'Retry-Attempt'],
  ...['Cache-Control', 'X-AnchorMailbox', 'traceparent', 'tracestate'],
].join(', ');

/** Real Graph leaves `Retry-After` out. */
const EXPOSED_HEADERS =
  'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant';

const CHALLENGE = `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="${GRAPH_CLIENT_ID}"`;

interface Call {
  readonly method: string;
  /** With the version, still percent-encoded. */
  readonly pathname: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string | undefined;
  readonly requestId: string;
}

const wait = async (ms: number): Promise<void> => {
  if (ms > 0) await sleep(ms);
};

const refuseToken = (message: string): GraphError =>
  new GraphError(401, 'InvalidAuthenticationToken', message, { 'WWW-Authenticate': CHALLENGE });

/** Continuous access evaluation (platform facts E3): only who declared CP1 hears at once of a disabled account or a revoked sign-in. */
function requireStillValid(state: EmulatorState, person: Person, claims: TokenClaims): void {
  const isChallengeable = [claims['xms_cc']].flat().some((one) => String(one).toLowerCase() === 'cp1');
  if (!isChallengeable || (person.accountEnabled && !isRevoked(state.signIns, person, claims['sid']))) return;
  const sinceS = Math.floor((state.signIns.find(person).revokedAtMs ?? Date.now()) / 1000);
  const wanted = JSON.stringify({ access_token: { nbf: { essential: true, value: String(sinceS) } } });
  const challenge = `${CHALLENGE}, error="insufficient_claims", claims="${Buffer.from(wanted).toString('base64')}"`;
  throw new GraphError(
    401,
    'InvalidAuthenticationToken',
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    { 'WWW-Authenticate': challenge },
  );
}

async function requireCaller(state: EmulatorState, authorization: string | undefined): Promise<GraphCaller> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw refuseToken('Access token is empty.');
  const checked = await checkToken(state.keys, token, [GRAPH_CLIENT_ID, GRAPH_URI]);
  if (!checked.ok) {
    const messages = {
      malformed: 'IDX14100: JWT is not well formed, there are no dots (.).',
      unknownKey: 'Signing key is invalid.',
      signature: 'Access token validation failure. Invalid signature.',
      audience: 'Access token validation failure. Invalid audience.',
      expired: 'Lifetime validation failed, the token is expired.',
      early: 'Lifetime validation failed, the token is not yet valid.',
    };
    throw refuseToken(messages[checked.reason]);
  }
  const { oid, tid, scp } = checked.claims;
  const person = state.world.people.get(String(oid));
  if (person === undefined || person.tenantId !== tid)
    throw refuseToken('The identity of the calling user could not be found.');
  requireStillValid(state, person, checked.claims);
  const scopes = typeof scp === 'string' ? scp.split(' ').filter((scope) => scope !== '') : [];
  const appId = String(checked.claims['appid'] ?? checked.claims['azp'] ?? '');
  return { tenantId: person.tenantId, objectId: person.objectId, appId, scopes: new Set(scopes) };
}

function parseBody(call: Call): unknown {
  if (call.text === undefined) throw new GraphError(413, 'RequestEntityTooLarge', 'The request is larger than 4 MB.');
  if (call.text === '') return undefined;
  const parsed = /\bjson\b/i.test(call.headers['content-type'] ?? '') ? parseJson(call.text) : { ok: false as const };
  if (parsed.ok) return parsed.value;
  throw badRequest(
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  );
}

/** Takes as long as the switch for latency says. */
async function carryOut(state: EmulatorState, call: Call): Promise<GraphAnswer> {
  try {
    const version = call.pathname.split('/')[1] ?? '';
    if (version !== 'v1.0') throw badRequest(`Invalid version: ${version}`);
    const caller = await requireCaller(state, call.headers['authorization']);
    const { method, query, headers } = call;
    const path = call.pathname.slice('/v1.0'.length) || '/';
    return await state.graph.answer({ method, path, query, headers, body: parseBody(call), caller });
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    await wait(state.switches.latencyMs);
    const clientId = call.headers['client-request-id'] ?? call.requestId;
    return {
      status: error.status,
      headers: error.headers,
      body: toErrorBody(error, { id: call.requestId, clientId, nowMs: Date.now() }),
    };
  }
}

/** Undefined: the connection stays open without an answer, or was cut. */
async function answerFault(
  state: EmulatorState,
  call: Call,
  fault: FaultAnswer,
  response: Response,
): Promise<GraphAnswer | undefined> {
  await (fault.carriedOut ? carryOut(state, call) : wait(state.switches.latencyMs));
  await wait(fault.delayMs);
  if (fault.cut) response.socket?.destroy();
  return fault.cut || fault.hang ? undefined : fault;
}

const findBody = (text: string | undefined): unknown => {
  if (text === undefined || text === '') return undefined;
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : text;
};

/** Bytes as they stand in a `$batch` and in the record. */
const toText = (body: unknown): unknown => (Buffer.isBuffer(body) ? body.toString('base64') : body);

function record(state: EmulatorState, call: Call, url: string, answer: GraphAnswer | undefined, sent: object): void {
  const requestBody = findBody(call.text);
  const responseHeaders = Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  state.traffic.add(
    {
      method: call.method,
      url,
      requestHeaders: call.headers,
      ...(requestBody === undefined ? {} : { requestBody }),
      status: answer?.status ?? 0,
      responseHeaders,
      ...(answer?.body === undefined ? {} : { responseBody: toText(answer.body) }),
    },
    answer === undefined || answer.faulted === true || answer.isOffRecord === true,
  );
}

function send(response: Response, answer: GraphAnswer): void {
  response.status(answer.status);
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  if (answer.body === undefined) {
    response.end();
    return;
  }
  if (!response.hasHeader('content-type')) response.setHeader('Content-Type', JSON_TYPE);
  const isRaw = typeof answer.body === 'string' || Buffer.isBuffer(answer.body);
  response.end(isRaw ? answer.body : JSON.stringify(answer.body));
}

const readHeaders = (request: Request): Record<string, string> =>
  Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]));

function answerPreflight(response: Response): void {
  response.set({
    'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
    'Access-Control-Allow-Headers': ALLOWED_HEADERS,
    'Access-Control-Max-Age': '86400',
  });
  response.status(200).end();
}

function countCall(load: EmulatorState['load'], response: Response): void {
  load.graphCalls += 1;
  response.once('close', () => {
    load.graphCalls -= 1;
  });
}

export function createGraphEndpoint(state: EmulatorState): RequestHandler {
  return async (request, response) => {
    const requestId = randomUUID();
    const exposed = state.switches.exposeRetryAfter ? `${EXPOSED_HEADERS}, Retry-After` : EXPOSED_HEADERS;
    response.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': exposed });
    const [pathname = '', query = ''] = request.originalUrl.split(/\?(.*)/s);
    const headers = readHeaders(request);
    const ids = { id: requestId, clientId: headers['client-request-id'] ?? requestId };
    const fault = state.faults.find(request.method, pathname, ids);
    if (request.method === 'OPTIONS' && fault === undefined) return answerPreflight(response);
    if (fault === undefined) countCall(state.load, response);
    response.set({ 'request-id': ids.id, 'client-request-id': ids.clientId });
    response.set({ 'Cache-Control': 'no-cache', 'Strict-Transport-Security': 'max-age=31536000' });
    const text = await readBody(request);
    const call: Call = {
      method: request.method,
      pathname,
      query: new URLSearchParams(query),
      headers,
      text,
      requestId,
    };
    const answer = await (fault === undefined ? carryOut(state, call) : answerFault(state, call, fault, response));
    const isCut = answer?.isCut === true;
    if (isCut) response.socket?.destroy();
    else if (answer !== undefined) send(response, answer);
    record(state, call, request.originalUrl, isCut ? undefined : answer, response.getHeaders());
  };
}
