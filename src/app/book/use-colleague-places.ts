/** In which building each of the people will be during a meeting, as far as the organisation lets it be known. */
import { useEffect, useMemo, useState } from 'react';
import type { Invitee } from '../../domain/booking/booking.ts';
import { findWhereabouts } from '../../domain/shifts/find-whereabouts.ts';
import type { Interval } from '../../domain/time/intervals.ts';
import type { Services } from '../services.ts';

type PlaceOf = (address: string) => string | undefined;

async function readPlaces(
  { openColleagues, now }: Pick<Services, 'openColleagues' | 'now'>,
  addresses: readonly string[],
  window: Interval,
): Promise<ReadonlyMap<string, string>> {
  const { learn } = await openColleagues();
  // presence is true of now alone
  const withPresence = window.start.epochMilliseconds - now().epochMilliseconds < 3_600_000;
  const { knowledge, people } = await learn({ window, addresses, withPresence });
  return new Map(
    addresses.flatMap((address) => {
      const person = 'told' in people ? people.told.get(address) : undefined;
      const { place } = findWhereabouts({ address, ...person }, window, knowledge);
      return 'building' in place && place.building !== undefined ? [[address, place.building] as const] : [];
    }),
  );
}

/** `isWanted`: nobody is looked up before two buildings are asked for. */
export function useColleaguePlaces(
  services: Pick<Services, 'openColleagues' | 'now'>,
  people: readonly Invitee[],
  window: Interval | undefined,
  isWanted: boolean,
): PlaceOf {
  const key = isWanted ? people.map(({ address }) => address.toLowerCase()).join('\n') : '';
  const [places, setPlaces] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    if (key === '' || window === undefined) return undefined;
    let isCurrent = true;
    readPlaces(services, key.split('\n'), window).then(
      (read) => isCurrent && setPlaces(read),
      // not known: the person says who sits where
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [services, key, window]);
  return useMemo(() => (address) => places.get(address.toLowerCase()), [places]);
}
