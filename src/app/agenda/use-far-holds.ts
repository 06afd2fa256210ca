/** Looks beyond the days that the agenda shows for bookings that an earlier visit left unsettled. */
import { useEffect, useState } from 'react';
import type { Services } from '../services.ts';
import type { Hold } from './agenda-model.ts';

/** Read once, when this appears: what the agenda comes to show later stands in both. */
export function useFarHolds(services: Pick<Services, 'openBookings'>, from: Temporal.Instant): readonly Hold[] {
  const [start] = useState(from);
  const [holds, setHolds] = useState<readonly Hold[]>([]);
  useEffect(() => {
    let isWanted = true;
    const look = (): void =>
      void import(/* webpackChunkName: "bookings" */ '../bookings/read-far-holds.ts')
        .then(({ readFarHolds }) => readFarHolds(services, start))
        .then(
          (found) => isWanted && setHolds(found),
          // nobody asked for this look; my bookings show the same holds
          () => undefined,
        );
    // the agenda comes first, with nothing to load beside it
    const timer = setTimeout(look, 0);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [services, start]);
  return holds;
}
