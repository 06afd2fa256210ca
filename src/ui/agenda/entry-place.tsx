/** Where an event happens: its rooms with their answers, then places that are no invited room. */
import { Fragment, type ReactNode } from 'react';
import type { AgendaEntry } from '../../domain/agenda/agenda-day.ts';
import { RoomAnswer } from './room-answer.tsx';
import styles from './entry-place.module.css';

const MAX_SHOWN = 3;

/** Names of places that are not one of the invited rooms, each once. */
export function listOtherPlaces(entry: Pick<AgendaEntry, 'event' | 'rooms'>): readonly string[] {
  const rooms = new Set(entry.rooms.flatMap((room) => [room.address.toLowerCase(), room.name.toLowerCase()]));
  const names = entry.event.locations
    .filter((place) => !rooms.has(place.address?.toLowerCase() ?? '') && !rooms.has(place.name.toLowerCase()))
    .map((place) => place.name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}

export function EntryPlace(props: {
  readonly entry: Pick<AgendaEntry, 'event' | 'rooms'>;
  readonly all?: boolean;
}): ReactNode {
  const { entry, all = false } = props;
  const limit = all ? Infinity : MAX_SHOWN;
  const rooms = entry.rooms.slice(0, limit);
  const places = listOtherPlaces(entry).slice(0, limit);
  if (rooms.length + places.length === 0) return null;
  return (
    <span className={styles.root}>
      {rooms.map((room, index) => (
        <Fragment key={`${room.address}${index}`}>
          <RoomAnswer room={room} />{' '}
        </Fragment>
      ))}
      {places.map((place) => (
        <Fragment key={place}>
          <bdi className={styles.place}>{place}</bdi>{' '}
        </Fragment>
      ))}
    </span>
  );
}
