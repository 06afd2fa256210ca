/** Parses an OData `$filter` of comparisons, `and`, `or`, `not`, `startswith`, `contains` into a test of one object. */
import { badRequest, type GraphError } from '../graph-error.ts';
import { findPropertyType, findType } from '../model/entity-model.ts';
import { findMembers } from '../model/enum-members.ts';

type Read = (path: string) => unknown;

export interface Filter {
  /** `read` gives the value of a property path of the object under test. */
  readonly test: (read: Read) => boolean;
  /** Every property path with the operator it was compared by, in order. */
  readonly uses: readonly { readonly path: string; readonly operator: string }[];
}

type Test = Filter['test'];

const TOKEN = /\s*(?:(\()|(\))|(,)|('(?:[^']|'')*')|([^\s(),']+))/y;
const DATE = /^\d{4}-\d\d-\d\dT/;

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) throw syntaxError(text, at);
    tokens.push(found[0].trim());
  }
  return tokens;
}

const syntaxError = (text: string, at: number): GraphError =>
  badRequest(`Invalid filter clause: Syntax error at position ${at} in '${text}'.`);

function toComparable(value: unknown): unknown {
  return typeof value === 'string' && DATE.test(value)
    ? Date.parse(/[Z+]|-\d\d:\d\d$/.test(value) ? value : `${value}Z`)
    : value;
}

const isSame = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;

const COMPARE: Readonly<Record<string, (a: unknown, b: unknown) => boolean>> = {
  eq: isSame,
  ne: (a, b) => !isSame(a, b),
  gt: (a, b) => a !== null && b !== null && (a as number) > (b as number),
  ge: (a, b) => a !== null && b !== null && (a as number) >= (b as number),
  lt: (a, b) => a !== null && b !== null && (a as number) < (b as number),
  le: (a, b) => a !== null && b !== null && (a as number) <= (b as number),
};

const FUNCTIONS: Readonly<Record<string, (a: string, b: string) => boolean>> = {
  startswith: (a, b) => a.startsWith(b),
  endswith: (a, b) => a.endsWith(b),
  contains: (a, b) => a.includes(b),
};

const find = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

type Kind = 'text' | 'flag' | 'number' | 'time' | 'null';

function toKind(token: string): Kind {
  if (token.startsWith("'")) return 'text';
  if (token === 'true' || token === 'false') return 'flag';
  if (token === 'null') return 'null';
  return /^-?\d+(\.\d+)?$/.test(token) ? 'number' : 'time';
}

const KINDS: Readonly<Record<string, readonly Kind[]>> = {
  Boolean: ['flag'],
  Int32: ['number'],
  Double: ['number'],
  // times are written with and without quotes
  String: ['text', 'time'],
  DateTimeOffset: ['text', 'time'],
};

/** A whole object or list can be compared with nothing but null. */
function listKinds(type: string): readonly Kind[] {
  if (type.endsWith('[]') || findType(type) !== undefined) return [];
  return find(KINDS, type) ?? ['text', 'time'];
}

/** Recursive descent over the tokens; `or` binds weakest, `not` strongest. */
class FilterParser {
  readonly uses: { path: string; operator: string }[] = [];
  readonly #tokens: readonly string[];
  readonly #text: string;
  readonly #typeName: string;
  #at = 0;
  #depth = 0;

  constructor(text: string, typeName: string) {
    this.#text = text;
    this.#typeName = typeName;
    this.#tokens = tokenize(text);
  }

  parse(): Test {
    const test = this.#or();
    if (this.#at < this.#tokens.length) throw this.#failure();
    return test;
  }

  #failure(): GraphError {
    return syntaxError(this.#text, this.#tokens.slice(0, this.#at).join(' ').length);
  }

  #next(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw this.#failure();
    this.#at += 1;
    return token;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at]?.toLowerCase() !== token) return false;
    this.#at += 1;
    return true;
  }

  #or(): Test {
    let left = this.#and();
    while (this.#take('or')) {
      const [a, b] = [left, this.#and()];
      left = (read) => a(read) || b(read);
    }
    return left;
  }

  #and(): Test {
    let left = this.#not();
    while (this.#take('and')) {
      const [a, b] = [left, this.#not()];
      left = (read) => a(read) && b(read);
    }
    return left;
  }

  #not(): Test {
    if (!this.#take('not')) return this.#term();
    const inner = this.#term();
    return (read) => !inner(read);
  }

  #term(): Test {
    this.#depth += 1;
    if (this.#depth > 100) throw badRequest('The node count limit has been exceeded.');
    if (this.#take('(')) {
      const inner = this.#or();
      if (!this.#take(')')) throw this.#failure();
      return inner;
    }
    const word = this.#next();
    return this.#tokens[this.#at] === '(' ? this.#call(word) : this.#comparison(word);
  }

  #call(name: string): Test {
    const run = find(FUNCTIONS, name.toLowerCase());
    if (run === undefined) throw badRequest(`An unknown function with name '${name}' was found.`);
    this.#next();
    const path = this.#property(this.#next(), name);
    if (!this.#take(',')) throw this.#failure();
    const token = this.#next();
    this.#requireKind(path, token, name);
    const wanted = String(this.#literal(token)).toLowerCase();
    if (!this.#take(')')) throw this.#failure();
    return (read) => run(String(read(path) ?? '').toLowerCase(), wanted);
  }

  #comparison(word: string): Test {
    const operator = this.#next().toLowerCase();
    const compare = find(COMPARE, operator);
    if (compare === undefined) throw this.#failure();
    const path = this.#property(word, operator);
    const token = this.#next();
    const wanted = this.#literal(token);
    this.#requireKind(path, token, operator);
    return (read) => compare(toComparable(read(path) ?? null), wanted);
  }

  #property(path: string, operator: string): string {
    if (findPropertyType(this.#typeName, path) === undefined)
      throw badRequest(
        `Invalid filter clause: Could not find a property named '${path}' on type 'microsoft.graph.${this.#typeName}'.`,
      );
    this.uses.push({ path, operator });
    return path;
  }

  #requireKind(path: string, token: string, operator: string): void {
    const type = (findPropertyType(this.#typeName, path) ?? '').replace(/!$/, '');
    const kind = toKind(token);
    const members = findMembers(type);
    if (kind === 'text' && members !== undefined && !members.includes(token.slice(1, -1)))
      throw badRequest(`Invalid filter clause: Requested value ${token} was not found.`);
    if (kind === 'null' || listKinds(type).includes(kind)) return;
    throw badRequest(
      `A binary operator with incompatible types was detected. Found operand types '${type}' and '${kind}' for operator kind '${operator}'.`,
    );
  }

  #literal(token: string): unknown {
    if (token.startsWith("'")) return toComparable(token.slice(1, -1).replaceAll("''", "'"));
    if (token === 'true' || token === 'false') return token === 'true';
    if (token === 'null') return null;
    if (/^-?\d+(\.\d+)?$/.test(token)) return Number(token);
    const value = toComparable(token);
    if (typeof value === 'number' && !Number.isNaN(value)) return value;
    throw this.#failure();
  }
}

export function parseFilter(text: string, typeName: string): Filter {
  const parser = new FilterParser(text, typeName);
  return { test: parser.parse(), uses: parser.uses };
}

/** Reads a property path from a plain object. */
export function readPath(object: unknown, path: string): unknown {
  return path
    .split('/')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], object);
}
