/** The properties of the types that this Graph serves, by the published v1.0 metadata. A type ends in `[]` for a list, in `!` where null is refused. */
import { CALENDAR_TYPES } from './calendar-types.ts';
import { DIRECTORY_TYPES } from './directory-types.ts';
import { PLACE_TYPES } from './place-types.ts';
import { SHIFT_TYPES } from './shift-types.ts';

export interface ModelType {
  /** Property → type: a primitive (`String`), an enumeration's name or another model type. */
  readonly props: Readonly<Record<string, string>>;
  /** Navigation properties, that `$expand` may name. */
  readonly nav?: readonly string[];
}

const TYPES: Readonly<Record<string, ModelType>> = {
  ...CALENDAR_TYPES,
  ...DIRECTORY_TYPES,
  ...PLACE_TYPES,
  ...SHIFT_TYPES,
};

export function findType(name: string): ModelType | undefined {
  return Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
}

export function requireType(name: string): ModelType {
  const type = findType(name);
  if (type === undefined) throw new Error(`no model of ${name}`);
  return type;
}

/** The type of a property path such as `start/dateTime`; undefined where the model has none. */
export function findPropertyType(typeName: string, path: string): string | undefined {
  let at: string | undefined = typeName;
  for (const name of path.split('/')) {
    const props: Readonly<Record<string, string>> = findType(at?.replace(/[!]$/, '') ?? '')?.props ?? {};
    at = Object.hasOwn(props, name) ? props[name] : undefined;
    if (at === undefined) return undefined;
  }
  return at;
}
