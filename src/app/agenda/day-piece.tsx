/** One piece of the list: drawn near the screen, an empty place of its height elsewhere. */
import { type ReactNode, useSyncExternalStore } from 'react';
import { BlockPlace, DayBlock, type DayBlockProps } from '../../ui/agenda/day-block.tsx';
import type { Viewport } from './viewport.ts';

/** Pieces that are drawn before the browser has said what is near: enough for a tall screen. */
const FIRST_NEAR = 12;

export interface DayPieceProps extends Omit<DayBlockProps, 'place'> {
  readonly viewport: Viewport;
  /** Its position in the whole list. */
  readonly position: number;
}

export function DayPiece({ viewport, position, ...block }: DayPieceProps): ReactNode {
  const { id, estimatedPx } = block.block;
  const state = useSyncExternalStore(viewport.subscribe, () => viewport.get(id));
  const place = viewport.place(id);
  if (state?.isNear ?? position < FIRST_NEAR) return <DayBlock {...block} place={place} />;
  return <BlockPlace id={id} heightPx={state?.heightPx ?? estimatedPx} place={place} />;
}
