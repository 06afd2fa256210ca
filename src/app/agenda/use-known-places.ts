/** Learns about rooms and people once the agenda stands, so that its flags can tell more. */
import { useEffect, useState } from 'react';
import type { Session } from '../../domain/contract/session.ts';
import type { Services } from '../services.ts';
import type { AgendaPiece } from './agenda-pieces.ts';
import { type KnownPlaces, NOTHING_KNOWN } from './known-places.ts';

/** Its code comes while the second round is on its way; asked when both are in, and after each new reading. What fails is not known. */
export function useKnownPlaces(
  services: Services,
  session: Session,
  pieces: readonly AgendaPiece[] | undefined,
): KnownPlaces {
  const [known, setKnown] = useState(NOTHING_KNOWN);
  useEffect(() => {
    if (pieces === undefined) return undefined;
    let isWanted = true;
    import(/* webpackChunkName: "changes" */ './learn-places.ts')
      .then(({ learnPlaces }) => learnPlaces(services, session, pieces))
      .then(
        (learned) => isWanted && learned && setKnown(learned),
        () => undefined,
      );
    return () => {
      isWanted = false;
    };
  }, [services, session, pieces]);
  return known;
}
