/** The time of the moment, told anew each second while something on screen counts; still otherwise. */
import { useEffect, useState } from 'react';

const SECOND_MS = 1000;

export function useClock(now: () => Temporal.Instant, running: boolean): Temporal.Instant {
  const [instant, setInstant] = useState(now);
  useEffect(() => {
    if (!running) return;
    setInstant(now());
    const timer = setInterval(() => setInstant(now()), SECOND_MS);
    return () => clearInterval(timer);
  }, [now, running]);
  return instant;
}
