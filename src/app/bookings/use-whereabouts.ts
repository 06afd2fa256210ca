/** Where the people of a meeting will be, as far as the organisation lets it be known: their calendars and their shifts. */
import { useEffect, useState } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { listPeople } from '../../domain/agenda/group-attendees.ts';
import type { GhostSearch, Whereabouts } from '../../domain/booking/list-ghosts.ts';
import { findWhereabouts } from '../../domain/shifts/find-whereabouts.ts';
import type { PersonPlace } from '../../domain/shifts/whereabouts.ts';
import type { Services } from '../services.ts';

/** So many meetings are looked at; further ones wait until these are settled. */
const MOST_EVENTS = 10;

type Places = ReadonlyMap<string, Whereabouts>;
const toKey = (address: string, { id }: CalendarEvent): string => `${id} ${address.toLowerCase()}`;

const KINDS: Readonly<Record<PersonPlace['kind'], Whereabouts>> = {
  ...{ office: 'onSite', onShift: 'onSite' },
  ...{ remote: 'remote', off: 'off', unknown: 'unknown' },
};

async function readPlaces(open: Services['openColleagues'], events: readonly CalendarEvent[]): Promise<Places> {
  const { learn } = await open();
  const found = new Map<string, Whereabouts>();
  for (const event of events) {
    if (event.time.kind !== 'timed') continue;
    const coming = listPeople(event).filter(({ answer, address }) => answer !== 'declined' && address !== '');
    if (coming.length === 0) continue;
    const { start, end } = event.time;
    const addresses = coming.map(({ address }) => address);
    const { knowledge, people } = await learn({ window: { start, end }, addresses, withPresence: false });
    for (const address of addresses) {
      const person = 'told' in people ? people.told.get(address.toLowerCase()) : undefined;
      const { place } = findWhereabouts({ address, ...person }, { start, end }, knowledge);
      found.set(toKey(address, event), KINDS[place.kind]);
    }
  }
  return found;
}

/** Until something is known, and wherever it is not, everybody counts as on site. */
export function useWhereabouts(
  open: Services['openColleagues'],
  events: readonly CalendarEvent[],
  isAllowed: boolean,
): NonNullable<GhostSearch['whereIs']> {
  const [places, setPlaces] = useState<Places>(new Map());
  // the list is new with each look, its content seldom
  const [held, setHeld] = useState(events);
  const toText = (list: readonly CalendarEvent[]): string => list.map(({ id, etag }) => `${id} ${etag}`).join();
  if (held !== events && toText(held) !== toText(events)) setHeld(events);
  useEffect(() => {
    if (!isAllowed || held.length === 0) return undefined;
    let isWanted = true;
    readPlaces(open, held.slice(0, MOST_EVENTS)).then(
      (found) => isWanted && setPlaces(found),
      // not known is not on site for nobody
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [open, held, isAllowed]);
  return (address, event): Whereabouts => places.get(toKey(address, event)) ?? 'unknown';
}
