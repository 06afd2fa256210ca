/** Reads the query of a call: each option once, known to its route and well formed, or Graph's refusal. */
import { badRequest, GraphError } from '../graph-error.ts';
import { findPropertyType, requireType } from '../model/entity-model.ts';
import type { Filter } from './filter.ts';
import { parseFilter } from './filter.ts';

export interface OrderKey {
  readonly path: string;
  readonly isDescending: boolean;
}

export interface QueryOptions {
  readonly select?: readonly string[];
  readonly filter?: Filter;
  readonly orderBy: readonly OrderKey[];
  readonly top?: number;
  readonly skip: number;
  /** As it was sent, for the list to say whether it is its own. */
  readonly skipToken?: string;
  readonly isCounted: boolean;
  /** As written, with its quotes. */
  readonly search?: string;
  /** As written; only events know what to do with it. */
  readonly expand?: string;
  /** Options that are the route's own, such as `startDateTime`, by their proper names. */
  readonly own: Readonly<Record<string, string>>;
}

const SYSTEM = [
  '$select',
  '$filter',
  '$orderby',
  '$top',
  '$skip',
  '$count',
  '$expand',
  '$search',
  '$skiptoken',
  '$deltatoken',
  '$format',
];
export const MAX_TOP = 1000;

/** Graph takes system options with and without their dollar, and a route's own in any case. */
function toProperName(name: string, own: readonly string[]): string {
  const dollared = name.startsWith('$') ? name.toLowerCase() : `$${name.toLowerCase()}`;
  if (SYSTEM.includes(dollared)) return dollared;
  return own.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
}

function readOptions(query: URLSearchParams, allowed: readonly string[]): Map<string, string> {
  const own = allowed.filter((name) => !name.startsWith('$'));
  const found = new Map<string, string>();
  for (const [name, value] of query) {
    const proper = toProperName(name, own);
    if (!allowed.includes(proper)) throw badRequest(`The query parameter '${name}' is not supported by this resource.`);
    if (found.has(proper))
      throw badRequest(`Query option '${proper}' was specified more than once, but it must be specified at most once.`);
    found.set(proper, value);
  }
  return found;
}

export const noProperty = (name: string, typeName: string): GraphError =>
  badRequest(
    `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${typeName}'.`,
  );

function parseSelect(text: string, typeName: string): readonly string[] | undefined {
  const names = text.split(',').map((name) => name.trim());
  const { props, nav } = requireType(typeName);
  for (const name of names)
    if (name !== '*' && !Object.hasOwn(props, name) && !(nav ?? []).includes(name)) throw noProperty(name, typeName);
  return names.includes('*') ? undefined : names;
}

/** Which of them a route can show is for its handler to say. */
function parseExpand(text: string, typeName: string): string {
  const { nav = [] } = requireType(typeName);
  for (const part of text.split(/,(?![^(]*\))/)) {
    const name = part.trim().split('(')[0] ?? '';
    if (!nav.includes(name)) throw noProperty(name, typeName);
  }
  return text;
}

function parseOrderBy(text: string, typeName: string): readonly OrderKey[] {
  return text.split(',').map((part) => {
    const [path = '', direction, ...rest] = part.trim().split(/\s+/);
    if (findPropertyType(typeName, path) === undefined)
      throw badRequest(`Could not find a property named '${path}' on type 'microsoft.graph.${typeName}'.`);
    if (rest.length > 0 || ![undefined, 'asc', 'desc'].includes(direction))
      throw badRequest(`Syntax error at position ${part.length} in '${part.trim()}'.`);
    return { path, isDescending: direction === 'desc' };
  });
}

function parseCount(name: '$top' | '$skip', text: string): number {
  if (!/^\d{1,9}$/.test(text) || (name === '$top' && Number(text) === 0))
    throw badRequest(
      `Invalid value '${text}' for ${name} query option found. The ${name} query option requires a non-negative integer value.`,
    );
  return Number(text);
}

function parseTop(text: string, maxTop: number): number {
  const top = parseCount('$top', text);
  if (top > maxTop)
    throw new GraphError(
      400,
      'ErrorInvalidUrlQuery',
      `The limit of '${maxTop}' for Top query has been exceeded. The value from the incoming request is '${top}'.`,
    );
  return top;
}

/** Words, or a phrase in quotes. */
function parseSearch(text: string): string {
  if (/^(?:"[^"]+"(?: (?:AND|OR) "[^"]+")*|[^"]+)$/.test(text.trim())) return text.trim();
  throw badRequest(`Syntax error: character '"' is not valid at position 0 in '${text}'.`);
}

function parseSkip(options: ReadonlyMap<string, string>): number {
  const token = options.get('$skiptoken');
  if (token === undefined) return options.has('$skip') ? parseCount('$skip', options.get('$skip') ?? '') : 0;
  const found = /^s(\d{1,9})(?:\.[\d.-]{1,60})?$/.exec(token);
  if (found === null) throw badRequest('The $skiptoken is not valid.');
  return Number(found[1]);
}

export interface QueryRules {
  /** Model type of what is answered. */
  readonly typeName: string;
  /** Every option the route knows, with its dollar where it has one. */
  readonly allowed: readonly string[];
  readonly maxTop?: number;
}

export function parseQuery(query: URLSearchParams, { typeName, allowed, maxTop = MAX_TOP }: QueryRules): QueryOptions {
  const options = readOptions(query, allowed);
  const text = (name: string): string | undefined => options.get(name);
  const [select, filter, orderBy, top, expand] = ['$select', '$filter', '$orderby', '$top', '$expand'].map(text);
  const count = text('$count');
  if (count !== undefined && !/^(true|false)$/i.test(count))
    throw badRequest(`Invalid value '${count}' for $count query option found.`);
  const names = select === undefined ? undefined : parseSelect(select, typeName);
  return {
    ...(names === undefined ? undefined : { select: names }),
    ...(filter === undefined ? undefined : { filter: parseFilter(filter, typeName) }),
    orderBy: orderBy === undefined ? [] : parseOrderBy(orderBy, typeName),
    ...(top === undefined ? undefined : { top: parseTop(top, maxTop) }),
    skip: parseSkip(options),
    ...(text('$skiptoken') === undefined ? undefined : { skipToken: text('$skiptoken') ?? '' }),
    isCounted: count?.toLowerCase() === 'true',
    ...(text('$search') === undefined ? undefined : { search: parseSearch(text('$search') ?? '') }),
    ...(expand === undefined ? undefined : { expand: parseExpand(expand, typeName) }),
    own: Object.fromEntries([...options].filter(([name]) => !name.startsWith('$'))),
  };
}
