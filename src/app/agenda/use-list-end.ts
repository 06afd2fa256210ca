/** Reads on when somebody scrolls near the end of the list; without scrolling nothing is read. */
import { useEffect, useState } from 'react';

const NEAR_END_PX = 800;

/** Answers a ref callback for the end of the list. */
export function useListEnd(onNearEnd: () => void, isArmed: boolean): (element: HTMLElement | null) => void {
  const [end, setEnd] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (end === null || !isArmed) return undefined;
    const onScroll = (): void => {
      if (end.getBoundingClientRect().top < innerHeight + NEAR_END_PX) onNearEnd();
    };
    addEventListener('scroll', onScroll, { passive: true });
    return () => removeEventListener('scroll', onScroll);
  }, [end, onNearEnd, isArmed]);
  return setEnd;
}
