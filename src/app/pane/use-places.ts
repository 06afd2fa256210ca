/** Where the people of the open item are at its time, as far as the organisation shows it. */
import { useEffect, useMemo, useState } from 'react';
import type { Person } from '../../domain/agenda/calendar-event.ts';
import { findWhereabouts } from '../../domain/shifts/find-whereabouts.ts';
import type { Whereabouts } from '../../domain/shifts/whereabouts.ts';
import type { Interval } from '../../domain/time/intervals.ts';
import type { Learned } from '../colleagues/colleague-services.ts';
import type { Services } from '../services.ts';

export type PlacesByAddress = ReadonlyMap<string, Whereabouts>;

const HOUR_MS = 3_600_000;
/** More are looked up by nobody who reads a pane. */
const MOST = 100;

const FAILED = { why: 'failed' } as const;
const NOTHING: Learned = { people: FAILED, knowledge: { shifts: FAILED, presence: FAILED, freeBusy: FAILED } };

export interface Places {
  /** By address in lower case; undefined while it is asked, or where nobody has to be asked. */
  readonly found: PlacesByAddress | undefined;
  /** Asks once more, where something failed. */
  readonly again: () => void;
}

export function usePlaces(
  services: Pick<Services, 'openColleagues' | 'now'>,
  people: readonly Person[],
  time: Interval | undefined,
): Places {
  const addresses = people
    .slice(0, MOST)
    .map(({ address }) => address)
    .filter((address) => address !== '')
    .join('\n');
  const [startMs, endMs] = [time?.start.epochMilliseconds, time?.end.epochMilliseconds];
  const [found, setFound] = useState<{ readonly key: string; readonly learned: Learned }>();
  const [attempt, setAttempt] = useState(0);
  const key = `${attempt} ${startMs} ${endMs} ${addresses}`;
  const { openColleagues, now } = services;
  useEffect(() => {
    if (startMs === undefined || endMs === undefined || addresses === '') return;
    let isWanted = true;
    const [start, end] = [startMs, endMs].map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
    const nowMs = now().epochMilliseconds;
    const withPresence = startMs <= nowMs + HOUR_MS && endMs > nowMs;
    void openColleagues()
      .then((colleagues) =>
        start && end
          ? colleagues.learn({ window: { start, end }, addresses: addresses.split('\n'), withPresence })
          : undefined,
      )
      .then(
        (learned) => isWanted && learned && setFound({ key, learned }),
        () => isWanted && setFound({ key, learned: NOTHING }),
      );
    return () => {
      isWanted = false;
    };
  }, [openColleagues, now, startMs, endMs, addresses, key]);
  const places = useMemo(() => {
    if (found === undefined || found.key !== key || startMs === undefined || endMs === undefined) return undefined;
    const stretch = {
      start: Temporal.Instant.fromEpochMilliseconds(startMs),
      end: Temporal.Instant.fromEpochMilliseconds(endMs),
    };
    const { knowledge, people: known } = found.learned;
    return new Map(
      addresses.split('\n').map((address) => {
        const colleague = 'told' in known ? known.told.get(address.toLowerCase()) : undefined;
        // whom the directory does not know is nobody of this organisation
        const isExternal = colleague?.isExternal ?? 'told' in known;
        const person = { address, ...(colleague === undefined ? {} : { objectId: colleague.objectId }), isExternal };
        return [address.toLowerCase(), findWhereabouts(person, stretch, knowledge)];
      }),
    );
  }, [found, key, addresses, startMs, endMs]);
  return { found: places, again: () => setAttempt((count) => count + 1) };
}
