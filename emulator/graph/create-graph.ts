/** The emulated Graph without HTTP: resolves a call, checks its scopes, query and preferences, lets its resource answer. */
import type { SeededWorld } from '../seed/seeded-world.ts';
import type { Person } from '../world.ts';
import { answerBatch } from './batch.ts';
import type { Call } from './call.ts';
import { checkScopes } from './check-scopes.ts';
import { GraphError, toErrorBody } from './graph-error.ts';
import type { FindFault, GraphAnswer, GraphRequest } from './graph-request.ts';
import { createMatcher, toSegments, type RouteMatch } from './match-route.ts';
import { parseQuery } from './odata/query-options.ts';
import { parsePrefer } from './prefer.ts';
import type { RequestLimits, Usage } from './request-limits.ts';
import { ROUTES } from './routes.ts';

export interface Graph {
  answer(request: GraphRequest): Promise<GraphAnswer>;
}

interface GraphDeps {
  readonly world: SeededWorld;
  /** Asked for every call inside `$batch`: a fault that answers instead. The path includes `/v1.0`. */
  readonly findFault: FindFault;
  /** Without, nothing is too much. */
  readonly limits?: RequestLimits;
  /** What a call takes besides its computing; its place in a mailbox is held for it. */
  readonly dwell?: (holdsPlace: boolean) => Promise<void>;
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

interface Resolved extends RouteMatch {
  readonly person: Person;
}

function resolve(world: SeededWorld, request: GraphRequest): Resolved {
  const person = requirePerson(world, request);
  return { person, ...match(request.method, toOwnPath(toSegments(request.path), person)) };
}

/** Which of the counted things a call goes to: a mailbox, or a team's shifts. */
function toUsage(world: SeededWorld, request: GraphRequest, { route, params, person }: Resolved): Usage {
  const appId = request.caller.appId ?? '';
  if (route.area === 'shifts') return { shiftTeam: `${appId} ${params['teamId'] ?? ''}` };
  if (route.area !== 'outlook') return {};
  const id = params['userId'] ?? person.objectId;
  return { mailbox: `${appId} ${world.mailboxes.peek(id)?.objectId ?? id.toLowerCase()}` };
}

function answerOne({ world, limits }: GraphDeps, request: GraphRequest): GraphAnswer {
  world.mailboxes.trim();
  const resolved = resolve(world, request);
  const { person, route, params } = resolved;
  limits?.count(toUsage(world, request, resolved));
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
function answerSafely(world: SeededWorld, request: GraphRequest, work: () => GraphAnswer): GraphAnswer {
  const id = world.ids.guid('request', world.ids.next('request'));
  const clientId = request.headers['client-request-id'] ?? id;
  const ids = { 'request-id': id, 'client-request-id': clientId };
  const json = { 'Content-Type': 'application/json' };
  try {
    const answer = work();
    return { ...answer, headers: { ...ids, ...(answer.body === undefined ? undefined : json), ...answer.headers } };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const body = toErrorBody(error, { id, clientId, nowMs: world.clock.now() });
    return { status: error.status, headers: { ...ids, ...json, ...error.headers }, body };
  }
}

/** What no path can be found for goes to no mailbox. */
function findUsage(world: SeededWorld, request: GraphRequest): Usage {
  try {
    return toUsage(world, request, resolve(world, request));
  } catch (error) {
    if (error instanceof GraphError) return {};
    throw error;
  }
}

export function createGraph(deps: GraphDeps): Graph {
  const { world, findFault, limits, dwell = () => Promise.resolve() } = deps;
  const answer = (request: GraphRequest): GraphAnswer => answerSafely(world, request, () => answerOne(deps, request));
  const mailboxOf = (request: GraphRequest): string | undefined => findUsage(world, request).mailbox;
  const answerAll = (request: GraphRequest): Promise<GraphAnswer> =>
    answerBatch({ world, findFault, answer, mailboxOf, width: limits?.batchWidth() ?? Infinity }, request);
  /** Holds a place in its mailbox from here to its answer. */
  const answerAlone = async (request: GraphRequest): Promise<GraphAnswer> => {
    let leave: (() => void) | undefined;
    const work = (): GraphAnswer => {
      leave = limits?.enter(findUsage(world, request));
      return answerOne(deps, request);
    };
    try {
      const given = answerSafely(world, request, work);
      await dwell(leave !== undefined);
      return given;
    } finally {
      leave?.();
    }
  };
  return {
    answer: async (request) => {
      if (request.path !== '/$batch') return answerAlone(request);
      const given = await answerAll(request);
      await dwell(false);
      return given;
    },
  };
}
