/** One piece of the list: drawn near the screen, an empty place of its height elsewhere. */
import { type ReactNode, useSyncExternalStore } from 'react';
import { BlockPlace, DayBlock, type DayBlockProps } from '../../ui/agenda/day-block.tsx';
import type { Viewport } from './viewport.ts';

/** Rows that are drawn before the browser has said what is near: enough for a tall screen, few enough for one frame. */
const FIRST_ROWS = 30;

export interface DayPieceProps extends Omit<DayBlockProps, 'place'> {
  readonly viewport: Viewport;
  /** Rows of the list above it; an empty day counts as one. */
  readonly rowsAbove: number;
}

export function DayPiece({ viewport, rowsAbove, ...block }: DayPieceProps): ReactNode {
  const { id, estimatedPx } = block.block;
  const state = useSyncExternalStore(viewport.subscribe, () => viewport.get(id));
  const place = viewport.place(id);
  if (state?.isNear ?? rowsAbove < FIRST_ROWS) return <DayBlock {...block} place={place} />;
  return <BlockPlace id={id} heightPx={state?.heightPx ?? estimatedPx} place={place} />;
}
