/** Rooms that are not offered, folded, each with its reason; those that did not answer stand apart and can be asked again. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { UnsuitableRoom } from '../../domain/rooms/room-request.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { Unfold } from '../shared/unfold.tsx';
import type { Words } from '../words/create-words.ts';
import { useWords } from '../words/words-provider.tsx';

/** So many reasons are listed; a directory of thousands stays scrollable. */
const MAX_LISTED = 200;

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
  item: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
  why: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  unanswered: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
});

function whyText({ room, why, busyUntil }: UnsuitableRoom, words: Words): string {
  if (why === 'tooSmall') return words.t('rooms.why.tooSmall', { count: room.capacity ?? 0 });
  if (why === 'busy' && busyUntil !== undefined) {
    return words.t('rooms.why.busyUntil', { time: words.time(busyUntil) });
  }
  return words.t(`rooms.why.${why}`);
}

export function UnsuitableRooms({ rooms }: { readonly rooms: readonly UnsuitableRoom[] }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  if (rooms.length === 0) return null;
  const rest = rooms.length - MAX_LISTED;
  return (
    <Unfold label={words.t('rooms.unsuitable', { count: rooms.length })}>
      <ul className={styles.list}>
        {rooms.slice(0, MAX_LISTED).map((entry) => (
          <li key={entry.room.address} className={styles.item}>
            <bdi>{entry.room.name}</bdi>
            <span className={styles.why}>{whyText(entry, words)}</span>
          </li>
        ))}
        {rest > 0 && <li className={styles.why}>{words.t('booking.peopleMore', { count: rest })}</li>}
      </ul>
    </Unfold>
  );
}

export function UnansweredRooms(props: {
  readonly rooms: readonly UnsuitableRoom[];
  readonly onAgain: () => void;
}): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  if (props.rooms.length === 0) return null;
  const rest = props.rooms.length - MAX_LISTED;
  return (
    <div className={styles.unanswered}>
      <span>{t('rooms.unanswered')}</span>
      <ul className={styles.list}>
        {props.rooms.slice(0, MAX_LISTED).map(({ room }) => (
          <li key={room.address}>
            <bdi>{room.name}</bdi>
          </li>
        ))}
        {rest > 0 && <li className={styles.why}>{t('booking.peopleMore', { count: rest })}</li>}
      </ul>
      <ActionButton onPress={props.onAgain}>{t('action.retry')}</ActionButton>
    </div>
  );
}
