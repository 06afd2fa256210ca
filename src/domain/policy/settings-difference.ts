/** Names what changed between two states of the settings, for the audit trail: only the fields that differ, as they were and are. */

type Fields = Readonly<Record<string, unknown>>;
type Changed = Record<string, unknown>;
export interface Difference {
  readonly from: Changed;
  readonly to: Changed;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A field that stands on one side only is left out on the other. Undefined where nothing changed. */
export function settingsDifference(before: Fields, after: Fields): Difference | undefined {
  const from: Changed = {};
  const to: Changed = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, fresh] = [before[name], after[name]];
    const inside = isFields(old) && isFields(fresh) ? settingsDifference(old, fresh) : { from: old, to: fresh };
    if (inside === undefined || isSame(inside.from, inside.to)) continue;
    if (inside.from !== undefined) from[name] = inside.from;
    if (inside.to !== undefined) to[name] = inside.to;
  }
  const isEmpty = Object.keys(from).length + Object.keys(to).length === 0;
  return isEmpty ? undefined : { from, to };
}
