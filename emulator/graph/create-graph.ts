/** The emulated Graph without HTTP: resolves a call, checks its scopes, query and preferences, lets its resource answer. */
import type { SeededWorld } from '../seed/seeded-world.ts';
import type { Person } from '../world.ts';
import { answerBatch } from './batch.ts';
import type { Call } from './call.ts';
import { checkScopes } from './check-scopes.ts';
import { GraphError, toErrorBody } from './graph-error.ts';
import type { GraphAnswer, GraphFault, GraphRequest } from './graph-request.ts';
import { createMatcher, toSegments } from './match-route.ts';
import { parseQuery } from './odata/query-options.ts';
import { parsePrefer } from './prefer.ts';
import { ROUTES } from './routes.ts';

export interface Graph {
  answer(request: GraphRequest): Promise<GraphAnswer> | GraphAnswer;
}

interface GraphDeps {
  readonly world: SeededWorld;
  /** Asked for every call inside `$batch`: a fault that answers instead. The path includes `/v1.0`. */
  readonly findFault: (method: string, pathname: string) => GraphFault | undefined;
}

const match = createMatcher(ROUTES);

/** `/users/{me}/…` is `/me/…`. */
function toOwnPath(segments: readonly string[], person: Person): readonly string[] {
  const [head, id, ...rest] = segments;
  const own = [person.objectId, person.userPrincipalName, person.mail].map((name) => name?.toLowerCase());
  return head === 'users' && rest.length > 0 && own.includes(id?.toLowerCase()) ? ['me', ...rest] : segments;
}

function requirePerson(world: SeededWorld, request: GraphRequest): Person {
  const person = world.people.get(request.caller.objectId);
  if (person === undefined)
    throw new GraphError(
      401,
      'InvalidAuthenticationToken',
      'The identity of the calling application could not be established.',
    );
  return person;
}

function answerOne(world: SeededWorld, request: GraphRequest): GraphAnswer {
  world.mailboxes.trim();
  const person = requirePerson(world, request);
  const { route, params } = match(request.method, toOwnPath(toSegments(request.path), person));
  checkScopes(route, request.caller);
  if (request.body !== undefined && (request.method === 'GET' || request.method === 'DELETE'))
    throw new GraphError(400, 'BadRequest', 'The request body must be empty.');
  const call: Call = {
    world,
    request,
    person,
    params,
    query: parseQuery(request.query, route),
    prefer: parsePrefer(request.headers['prefer']),
  };
  return route.handle(call);
}

/** Turns refusals into Graph's error bodies; every answer carries the ids that support asks for. */
function answerSafely(world: SeededWorld, request: GraphRequest): GraphAnswer {
  const id = world.ids.guid('request', world.ids.next('request'));
  const clientId = request.headers['client-request-id'] ?? id;
  const ids = { 'request-id': id, 'client-request-id': clientId };
  const json = { 'Content-Type': 'application/json' };
  try {
    const answer = answerOne(world, request);
    return { ...answer, headers: { ...ids, ...(answer.body === undefined ? undefined : json), ...answer.headers } };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const body = toErrorBody(error, { id, clientId, nowMs: world.clock.now() });
    return { status: error.status, headers: { ...ids, ...json, ...error.headers }, body };
  }
}

export function createGraph({ world, findFault }: GraphDeps): Graph {
  const answer = (request: GraphRequest): GraphAnswer => answerSafely(world, request);
  return {
    answer: (request) =>
      request.path === '/$batch' ? answerBatch({ world, findFault, answer }, request) : answer(request),
  };
}
