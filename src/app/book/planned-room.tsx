/** The room that a plan chose, at the top of the form for as long as its time stays as planned. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { toggleFavourite } from '../../domain/rooms/room-memory.ts';
import { findCapacity } from '../../domain/rooms/room-order.ts';
import { RoomCard } from '../../ui/rooms/room-card.tsx';
import { Message } from '../../ui/words/message.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { PlannedMeeting } from '../planning/planned-meeting.ts';
import type { MeetingTimes } from './meeting-times.ts';
import type { OnBook } from './room-finder.tsx';
import type { RoomMemoryHandle } from './use-room-memory.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface PlannedRoomProps {
  readonly planned: PlannedMeeting;
  readonly times: MeetingTimes | undefined;
  readonly heads: number | undefined;
  readonly memory: RoomMemoryHandle;
  readonly canBook: boolean;
  readonly onBook: OnBook;
}

export function PlannedRoom({ planned, times, heads, memory, canBook, onBook }: PlannedRoomProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const [main, second] = planned.rooms;
  if (main === undefined || times === undefined || heads === undefined) return null;
  const { room, alternatives } = main;
  const capacity = findCapacity(room);
  const isAsPlanned = times.start.equals(planned.start) && times.end.equals(planned.end);
  if (!isAsPlanned || heads > (capacity ?? Infinity)) return null;
  /** Two buildings get a pair, held as one. */
  const book = (): void => {
    if (second === undefined) return onBook(room, alternatives);
    const twin = { room: second.room, heads: second.heads };
    onBook(room, [...alternatives, ...second.alternatives], { pair: { heads, twin } });
  };
  return (
    <section className={styles.root} aria-labelledby="planned-room">
      <h3 className={styles.title} id="planned-room">
        {t('planning.planned')}
      </h3>
      <ul className={styles.list}>
        <RoomCard
          offer={{ room, reasons: ['free', capacity === undefined ? 'capacityUnknown' : 'fits'] }}
          heads={heads}
          isFavourite={memory.memory.favourites.includes(room.address.toLowerCase())}
          canBook={canBook}
          onBook={book}
          onFavourite={() => memory.change((before) => toggleFavourite(before, room.address))}
        />
      </ul>
      {second !== undefined && (
        <span className={styles.hint}>
          <Message
            id="planning.plannedTwin"
            names={{ room: [second.room.name, second.room.building].filter((text) => text).join(' · ') }}
          />
        </span>
      )}
    </section>
  );
}
