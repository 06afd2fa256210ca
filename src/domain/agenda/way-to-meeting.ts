/** Decides how far it is to a meeting from where I am before it. */

export interface Whereabout {
  readonly building?: string | undefined;
  readonly floor?: string | undefined;
}

export type Way = { readonly kind: 'sameFloor' | 'same' } | { readonly kind: 'other'; readonly from: string };

const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Undefined where either building is not known. */
export function findWay(from: Whereabout | undefined, to: Whereabout): Way | undefined {
  if (from?.building === undefined || to.building === undefined) return undefined;
  if (!isSame(from.building, to.building)) return { kind: 'other', from: from.building };
  const isSameFloor = from.floor !== undefined && to.floor !== undefined && isSame(from.floor, to.floor);
  return { kind: isSameFloor ? 'sameFloor' : 'same' };
}
