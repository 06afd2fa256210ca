/** Decides to which event an arrow key leads: up and down within a day, sideways to the next day that has any. */

/** `order`: keys of the events of each day. Undefined where there is nowhere to go, or the key means nothing here. */
export function findGridMove(
  order: readonly (readonly string[])[],
  from: string | undefined,
  key: string,
  isRightToLeft: boolean,
): string | undefined {
  if (from === undefined) return undefined;
  const column = order.findIndex((day) => day.includes(from));
  const row = order[column]?.indexOf(from) ?? -1;
  if (row < 0) return undefined;
  const day = order[column] ?? [];
  switch (key) {
    case 'ArrowDown':
      return day[row + 1];
    case 'ArrowUp':
      return row > 0 ? day[row - 1] : undefined;
    case 'Home':
      return row > 0 ? day[0] : undefined;
    case 'End':
      return row < day.length - 1 ? day.at(-1) : undefined;
    case 'ArrowRight':
    case 'ArrowLeft': {
      const step = (key === 'ArrowRight') === isRightToLeft ? -1 : 1;
      for (let at = column + step; at >= 0 && at < order.length; at += step) {
        const other = order[at] ?? [];
        if (other.length > 0) return other[Math.min(row, other.length - 1)];
      }
      return undefined;
    }
    default:
      return undefined;
  }
}
