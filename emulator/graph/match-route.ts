/** Finds the route of a path, segment by segment, as Graph resolves it; says which segment is a stranger. */
import type { Route } from './call.ts';
import { badRequest, GraphError, unknownSegment } from './graph-error.ts';
import { requireType } from './model/entity-model.ts';

interface Branch {
  readonly literals: Map<string, Branch>;
  readonly functions: Map<string, { readonly params: readonly string[]; readonly branch: Branch }>;
  param?: { readonly name: string; readonly branch: Branch };
  /** `{property:user}`: any property of the type. */
  property?: { readonly typeName: string; readonly branch: Branch };
  readonly routes: Map<string, Route>;
}

const createBranch = (): Branch => ({ literals: new Map(), functions: new Map(), routes: new Map() });
const FUNCTION = /^([\w.]+)\((.*)\)$/s;

/** Casts and bound operations may be written with either namespace, in any case. */
const toKey = (segment: string): string =>
  /^(?:microsoft\.)?graph\./i.test(segment)
    ? segment.replace(/^(?:microsoft\.)?graph\./i, 'microsoft.graph.').toLowerCase()
    : segment;

function grow(branch: Branch, segment: string): Branch {
  const param = /^\{(\w+)\}$/.exec(segment)?.[1];
  if (param !== undefined) {
    branch.param ??= { name: param, branch: createBranch() };
    return branch.param.branch;
  }
  const typeName = /^\{property:(\w+)\}$/.exec(segment)?.[1];
  if (typeName !== undefined) {
    branch.property ??= { typeName, branch: createBranch() };
    return branch.property.branch;
  }
  const call = FUNCTION.exec(segment);
  if (call !== null) {
    const params = (call[2] ?? '').split(',').map((one) => one.split('=')[0] ?? '');
    const known = branch.functions.get(call[1] ?? '') ?? { params, branch: createBranch() };
    branch.functions.set(call[1] ?? '', known);
    return known.branch;
  }
  const next = branch.literals.get(toKey(segment)) ?? createBranch();
  branch.literals.set(toKey(segment), next);
  return next;
}

/** `startDateTime='2026-…',endDateTime='…'` → values; strings must be quoted. */
function readArguments(text: string, params: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const part of text.match(/(?:[^,']|'(?:[^']|'')*')+/g) ?? []) {
    const found = /^\s*(\w+)\s*=\s*(?:[\w.]*'((?:[^']|'')*)')\s*$/.exec(part);
    const name = found?.[1] ?? '';
    if (found === null || !params.includes(name) || Object.hasOwn(values, name))
      throw badRequest(`Bad Request: the function's argument '${part.trim()}' is not valid.`);
    values[name] = (found[2] ?? '').replaceAll("''", "'");
  }
  const missing = params.find((name) => !Object.hasOwn(values, name));
  if (missing !== undefined) throw badRequest(`Bad Request: the function's argument '${missing}' is missing.`);
  return values;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest(`Bad Request - Error in query syntax: '${segment}'.`);
  }
}

/** Segments of a path, `calendars('id')` taken apart like `calendars/id`. */
export function toSegments(path: string): string[] {
  const raw = path.slice(1).replace(/\/$/, '').split('/');
  // a function without parameters may be called with empty brackets
  const decoded = raw.map((segment) => decode(segment).replace(/^(delta|supportedTimeZones)\(\)$/, '$1'));
  return decoded.flatMap((segment) => {
    if (segment === '' || segment === '.' || segment === '..') throw badRequest(`Invalid path segment '${segment}'.`);
    const keyed = /^(\w+)\('([^']*)'\)$/.exec(segment);
    return keyed === null ? [segment] : [keyed[1] ?? '', keyed[2] ?? ''];
  });
}

interface Step {
  readonly branch: Branch;
  readonly params?: Readonly<Record<string, string>>;
}

function step(branch: Branch, segment: string): Step | undefined {
  const key = toKey(segment);
  const literal = branch.literals.get(key) ?? branch.literals.get(segment.replace(/^(?:microsoft\.)?graph\./i, ''));
  if (literal !== undefined) return { branch: literal };
  const call = FUNCTION.exec(segment);
  const found =
    call === null ? undefined : branch.functions.get((call[1] ?? '').replace(/^(?:microsoft\.)?graph\./i, ''));
  if (call !== null && found !== undefined)
    return { branch: found.branch, params: readArguments(call[2] ?? '', found.params) };
  if (branch.property !== undefined && Object.hasOwn(requireType(branch.property.typeName).props, segment))
    return { branch: branch.property.branch, params: { property: segment } };
  if (branch.param !== undefined && !key.startsWith('microsoft.graph.'))
    return { branch: branch.param.branch, params: { [branch.param.name]: segment } };
  return undefined;
}

export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

export function createMatcher(routes: readonly Route[]): (method: string, segments: readonly string[]) => RouteMatch {
  const root = createBranch();
  for (const route of routes) {
    const leaf = route.path.slice(1).split('/').reduce(grow, root);
    leaf.routes.set(route.method, route);
  }
  return (method, segments) => {
    let branch = root;
    let params: Readonly<Record<string, string>> = {};
    for (const segment of segments) {
      const next = step(branch, segment);
      if (next === undefined) throw unknownSegment(segment);
      branch = next.branch;
      params = { ...params, ...next.params };
    }
    const route = branch.routes.get(method);
    if (route !== undefined) return { route, params };
    if (branch.routes.size === 0) throw unknownSegment(segments.at(-1) ?? '');
    throw new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.', {
      Allow: [...branch.routes.keys()].join(', '),
    });
  };
}
