/** Reads on when somebody scrolls near the end of the list; without scrolling nothing is read. */
import { useCallback } from 'react';

const NEAR_END_PX = 800;

/** Answers a ref callback for the end of the list. */
export function useListEnd(
  onNearEnd: () => void,
  isArmed: boolean,
): (element: HTMLElement | null) => (() => void) | undefined {
  return useCallback(
    (element) => {
      if (element === null || !isArmed) return undefined;
      const onScroll = (): void => {
        if (element.getBoundingClientRect().top < innerHeight + NEAR_END_PX) onNearEnd();
      };
      addEventListener('scroll', onScroll, { passive: true });
      return () => removeEventListener('scroll', onScroll);
    },
    [onNearEnd, isArmed],
  );
}
