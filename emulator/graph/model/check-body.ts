/** Checks what a caller wrote against the model: unknown properties and wrong kinds of value are refused in Exchange's words. */
import { GraphError } from '../graph-error.ts';
import { findMembers } from './enum-members.ts';
import { findType } from './entity-model.ts';

/** Not the 30th of February, which `Date` takes for March. */
const isDay = (text: string): boolean =>
  !Number.isNaN(Date.parse(text)) && new Date(Date.parse(text)).toISOString().startsWith(text);

const PRIMITIVES: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Int32: (value) => Number.isInteger(value) && Math.abs(value as number) <= 2_147_483_647,
  Double: (value) => typeof value === 'number',
  DateTimeOffset: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,12})?)?(Z|[+-]\d\d:\d\d)$/.test(value),
  Duration: (value) =>
    typeof value === 'string' && /^-?P(?=\d|T\d)(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/.test(value),
  Date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && isDay(value),
  TimeOfDay: (value) => typeof value === 'string' && /^\d\d:\d\d(:\d\d(\.\d{1,12})?)?$/.test(value),
};

const refuse = (message: string): GraphError => new GraphError(400, 'RequestBodyRead', message);

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkValue(value: unknown, typeText: string, at: string): void {
  const type = typeText.replace(/!$/, '');
  if (value === null) {
    if (typeText.endsWith('!'))
      throw refuse(`A null value was found for the property named '${at}', which does not allow null values.`);
    return;
  }
  if (type.endsWith('[]')) {
    if (!Array.isArray(value)) throw refuse(`A 'StartArray' node was expected when reading '${at}'.`);
    for (const item of value as readonly unknown[]) checkValue(item, `${type.slice(0, -2)}!`, at);
    return;
  }
  const isFitting = PRIMITIVES[type];
  if (isFitting !== undefined) {
    if (!isFitting(value))
      throw refuse(`Cannot convert the literal ${JSON.stringify(value)} to the expected type 'Edm.${type}'.`);
    return;
  }
  const members = findMembers(type);
  if (members !== undefined && !(typeof value === 'string' && members.includes(value)))
    throw refuse(`Requested value ${JSON.stringify(value)} was not found.`);
  if (members === undefined && findType(type) !== undefined) checkObject(value, type, at);
}

function checkObject(value: unknown, typeName: string, at: string): void {
  if (!isRecord(value)) throw refuse(`A 'StartObject' node was expected when reading '${at}'.`);
  const props = findType(typeName)?.props ?? {};
  for (const [name, one] of Object.entries(value)) {
    if (name.includes('@')) continue;
    const type = Object.hasOwn(props, name) ? props[name] : undefined;
    if (type === undefined)
      throw refuse(
        `The property '${name}' does not exist on type 'microsoft.graph.${typeName}'. Make sure to only use property names that are defined by the type or mark the type as open type.`,
      );
    checkValue(one, type, name);
  }
}

/** The body as an object of the given model type; `extra` names properties that a write may carry besides. */
export function readBody(
  body: unknown,
  typeName: string,
  extra: Readonly<Record<string, string>> = {},
): Record<string, unknown> {
  if (!isRecord(body)) throw new GraphError(400, 'UnableToDeserializePostBody', 'were unable to deserialize ');
  const known = Object.entries(body).filter(([name]) => !Object.hasOwn(extra, name));
  checkObject(Object.fromEntries(known), typeName, typeName);
  for (const [name, type] of Object.entries(extra)) if (Object.hasOwn(body, name)) checkValue(body[name], type, name);
  return body;
}

/** An action's parameters, named in any case as the service takes them; unknown ones are refused. */
export function readParameters(body: unknown, params: Readonly<Record<string, string>>): Record<string, unknown> {
  if (body === undefined) return {};
  if (!isRecord(body)) throw new GraphError(400, 'UnableToDeserializePostBody', 'were unable to deserialize ');
  const names = new Map(Object.keys(params).map((name) => [name.toLowerCase(), name]));
  const found = Object.entries(body).map(([name, value]): [string, unknown] => {
    const known = names.get(name.toLowerCase());
    if (known === undefined)
      throw refuse(`The parameter '${name}' in the request payload is not a valid parameter for the operation.`);
    checkValue(value, params[known] ?? 'String', known);
    return [known, value];
  });
  return Object.fromEntries(found);
}
