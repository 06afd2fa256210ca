/** `$batch`: up to twenty calls in one, answered each by itself, in no promised order. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SeededWorld } from '../seed/seeded-world.ts';
import { badRequest, GraphError, toErrorBody } from './graph-error.ts';
import type { FindFault, GraphAnswer, GraphRequest } from './graph-request.ts';
import { isRecord } from './model/check-body.ts';
import { createTurns } from './request-limits.ts';

interface BatchDeps {
  readonly world: SeededWorld;
  readonly findFault: FindFault;
  readonly answer: (request: GraphRequest) => GraphAnswer;
  /** Key of the mailbox that a call goes to. */
  readonly mailboxOf: (request: GraphRequest) => string | undefined;
  /** Calls to one mailbox that run at once. */
  readonly width: number;
}

interface BatchItem {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly dependsOn: readonly string[];
}

const MAX_ITEMS = 20;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const invalid = (message: string): GraphError => badRequest(`Invalid batch payload format. ${message}`);

function readHeaders(value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) throw invalid('Headers must be an object.');
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => {
      if (typeof text !== 'string') throw invalid(`Header '${name}' must be a string.`);
      return [name.toLowerCase(), text];
    }),
  );
}

function readItem(value: unknown): BatchItem {
  if (!isRecord(value)) throw invalid('A request must be an object.');
  const { id, method, url, body } = value;
  const dependsOn: unknown = value['dependsOn'] ?? [];
  if (typeof id !== 'string' || id === '') throw invalid('Request id is missing or empty.');
  if (typeof method !== 'string' || !METHODS.includes(method.toUpperCase()))
    throw invalid(`Method of request '${id}' is not valid.`);
  if (typeof url !== 'string' || url === '' || /^(?:[a-z]+:|\/\/|\\)/i.test(url))
    throw invalid(`Url of request '${id}' must be relative.`);
  // before any of the others is carried out
  if (/^\/?(?:\$|%24)batch(?![\w-])/i.test(url)) throw invalid('A batch inside a batch is not allowed.');
  if (!Array.isArray(dependsOn) || dependsOn.some((one) => typeof one !== 'string'))
    throw invalid(`dependsOn of request '${id}' is not valid.`);
  const headers = readHeaders(value['headers']);
  if (body !== undefined && body !== null && !/json/i.test(headers['content-type'] ?? ''))
    throw invalid(`Request '${id}' has a body without a Content-Type header.`);
  return {
    ...{ id, method: method.toUpperCase(), url, headers, dependsOn: dependsOn as string[] },
    ...(body === undefined || body === null ? undefined : { body }),
  };
}

function readItems(body: unknown): readonly BatchItem[] {
  const requests = isRecord(body) ? body['requests'] : undefined;
  if (!Array.isArray(requests) || requests.length === 0) throw invalid('Requests are missing.');
  if (requests.length > MAX_ITEMS)
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${MAX_ITEMS}.`);
  const items = requests.map(readItem);
  const ids = items.map(({ id }) => id.toLowerCase());
  if (new Set(ids).size !== ids.length) throw invalid('Request ids must be distinct.');
  for (const [index, item] of items.entries())
    for (const wanted of item.dependsOn)
      if (!ids.slice(0, index).includes(wanted.toLowerCase()))
        throw invalid(`Request '${item.id}' depends on '${wanted}', which does not come before it.`);
  return items;
}

function toRequest(outer: GraphRequest, item: BatchItem): GraphRequest {
  const url = item.url.startsWith('/') ? item.url : `/${item.url}`;
  const mark = url.indexOf('?');
  return {
    method: item.method,
    path: mark < 0 ? url : url.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
    headers: item.headers,
    body: item.body,
    caller: outer.caller,
  };
}

const failedDependency = (world: SeededWorld): GraphAnswer => {
  const id = world.ids.guid('request', world.ids.next('request'));
  const error = { code: 'FailedDependency', message: 'The request depends on another one that failed.' };
  const body = toErrorBody(error, { id, clientId: id, nowMs: world.clock.now() });
  return { status: 424, headers: { 'Content-Type': 'application/json' }, body };
};

async function answerItem(deps: BatchDeps, request: GraphRequest): Promise<GraphAnswer> {
  const id = deps.world.ids.guid('request', deps.world.ids.next('request'));
  const ids = { id, clientId: request.headers['client-request-id'] ?? id };
  const fault = deps.findFault(request.method, `/v1.0${request.path}`, ids);
  if (fault === undefined) return deps.answer(request);
  if (fault.carriedOut === true) deps.answer(request);
  if (fault.hang === true) await new Promise<never>(() => undefined);
  if (fault.delayMs !== undefined) await sleep(fault.delayMs);
  if (fault.cut === true) return { status: 0, headers: {}, faulted: true, isCut: true };
  const headers = {
    ...{ 'request-id': ids.id, 'client-request-id': ids.clientId },
    ...(fault.body === undefined ? undefined : { 'Content-Type': 'application/json' }),
    ...fault.headers,
  };
  return { status: fault.status, headers, body: fault.body, faulted: true };
}

/** Four at a time to one mailbox (platform facts E1), answered last to first: a reader that trusts the order is found out. */
async function answerItems(
  deps: BatchDeps,
  outer: GraphRequest,
  items: readonly BatchItem[],
): Promise<Map<string, GraphAnswer>> {
  const answers = new Map<string, Promise<GraphAnswer>>();
  const inTurn = createTurns(deps.width);
  const run = async (item: BatchItem): Promise<GraphAnswer> => {
    const before = await Promise.all(item.dependsOn.flatMap((id) => answers.get(id.toLowerCase()) ?? []));
    if (before.some((answer) => answer.status >= 400)) return failedDependency(deps.world);
    const request = toRequest(outer, item);
    return inTurn(deps.mailboxOf(request), () => answerItem(deps, request));
  };
  for (const item of items) answers.set(item.id.toLowerCase(), run(item));
  const settled = await Promise.all(items.map(async ({ id }) => [id, await answers.get(id.toLowerCase())] as const));
  return new Map(settled.reverse().flatMap(([id, answer]) => (answer === undefined ? [] : [[id, answer] as const])));
}

export async function answerBatch(deps: BatchDeps, request: GraphRequest): Promise<GraphAnswer> {
  const id = deps.world.ids.guid('request', deps.world.ids.next('request'));
  const clientId = request.headers['client-request-id'] ?? id;
  const headers = { 'request-id': id, 'client-request-id': clientId, 'Content-Type': 'application/json' };
  try {
    if (request.method !== 'POST')
      throw new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.', {
        Allow: 'POST',
      });
    const answers = await answerItems(deps, request, readItems(request.body));
    const responses = [...answers].map(([itemId, { status, headers: own, body }]) => ({
      ...{ id: itemId, status, headers: own },
      // bytes travel as text
      ...(body === undefined ? undefined : { body: Buffer.isBuffer(body) ? body.toString('base64') : body }),
    }));
    if ([...answers.values()].some((answer) => answer.isCut === true))
      return { status: 0, headers: {}, faulted: true, isCut: true };
    const faulted = [...answers.values()].some((answer) => answer.faulted === true);
    const isOffRecord = [...answers.values()].some((answer) => answer.isOffRecord === true);
    return { status: 200, headers, body: { responses }, isOffRecord, ...(faulted ? { faulted } : undefined) };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const body = toErrorBody(error, { id, clientId, nowMs: deps.world.clock.now() });
    return { status: error.status, headers: { ...headers, ...error.headers }, body };
  }
}
