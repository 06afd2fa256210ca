/** Moves through the timeline by keys and by dragging: one cell can be tabbed to, the arrows do the rest. */
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { type SlotRange, toRange } from './timeline-row.ts';

export interface Place {
  readonly row: number;
  readonly slot: number;
}

interface KeysSetup {
  readonly rowCount: number;
  readonly slotCount: number;
  readonly initialSlot: number;
  readonly isRightToLeft: boolean;
  /** `undefined` for the length: that of the meeting. */
  readonly onChoose: (range: SlotRange, hasLength: boolean) => void;
}

export interface TimelineKeys {
  readonly focused: Place;
  /** What is being marked, before it is chosen. */
  readonly marked: SlotRange | undefined;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  /** A finger that scrolls marks nothing. */
  readonly onPointerCancel: () => void;
}

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

function findMove(key: string, isRightToLeft: boolean): Partial<Place> | undefined {
  const ahead = isRightToLeft ? -1 : 1;
  const moves: Readonly<Record<string, Partial<Place>>> = {
    ArrowRight: { slot: ahead },
    ArrowLeft: { slot: -ahead },
    ArrowDown: { row: 1 },
    ArrowUp: { row: -1 },
    Home: { slot: -Infinity },
    End: { slot: Infinity },
    PageUp: { slot: -4 },
    PageDown: { slot: 4 },
  };
  return moves[key];
}

function findPlace(event: PointerEvent<HTMLElement>): Place | undefined {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-slot]') : null;
  if (cell === null) return undefined;
  return { row: Number(cell.dataset['row']), slot: Number(cell.dataset['slot']) };
}

function focusCell(grid: HTMLElement, { row, slot }: Place): void {
  grid.querySelector<HTMLElement>(`[data-row="${row}"][data-slot="${slot}"]`)?.focus();
}

export function useTimelineKeys(setup: KeysSetup): TimelineKeys {
  const { rowCount, slotCount, initialSlot, isRightToLeft, onChoose } = setup;
  const [place, setPlace] = useState<Place>({ row: 0, slot: initialSlot });
  const [anchor, setAnchor] = useState<number>();
  const [isDragging, setIsDragging] = useState(false);
  const focused = { row: clamp(place.row, rowCount), slot: clamp(place.slot, slotCount) };
  const marked = anchor === undefined ? undefined : toRange(anchor, focused.slot);
  const choose = (): void => {
    onChoose(marked ?? toRange(focused.slot, focused.slot), marked !== undefined && marked.from !== marked.to);
    setAnchor(undefined);
  };
  const stopDragging = (): void => {
    setIsDragging(false);
    setAnchor(undefined);
  };
  return {
    focused,
    marked,
    onKeyDown: (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        return choose();
      }
      if (event.key === 'Escape' && anchor !== undefined) {
        event.stopPropagation();
        return setAnchor(undefined);
      }
      const move = findMove(event.key, isRightToLeft);
      if (move === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const next = {
        row: clamp(focused.row + (move.row ?? 0), rowCount),
        slot: clamp(focused.slot + (move.slot ?? 0), slotCount),
      };
      if (move.slot !== undefined) setAnchor(event.shiftKey ? (anchor ?? focused.slot) : undefined);
      setPlace(next);
      focusCell(event.currentTarget, next);
    },
    onPointerDown: (event) => {
      const found = findPlace(event);
      if (found === undefined || event.button !== 0) return;
      setPlace(found);
      setAnchor(found.slot);
      setIsDragging(true);
    },
    onPointerMove: (event) => {
      // let go outside of the grid
      if (isDragging && event.buttons === 0) return stopDragging();
      const found = isDragging ? findPlace(event) : undefined;
      if (found !== undefined && found.slot !== focused.slot) setPlace({ row: focused.row, slot: found.slot });
    },
    onPointerUp: () => {
      if (!isDragging) return;
      setIsDragging(false);
      choose();
    },
    onPointerCancel: stopDragging,
  };
}
