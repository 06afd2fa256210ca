/** Three lengths, each with the nearest room that is free so long; a tap books it. */
import { Button, Skeleton, SkeletonItem, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RoomOffer } from '../../domain/rooms/room-request.ts';
import { useWords } from '../words/words-provider.tsx';
import { RoomPlace } from './room-facts.tsx';

export interface NowOption {
  readonly minutes: number;
  readonly end: Temporal.Instant;
  /** The nearest; absent: none is known to be free. */
  readonly offer: RoomOffer | undefined;
  /** A nearer one may still answer. */
  readonly isPending: boolean;
}

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  choice: {
    width: '100%',
    maxWidth: 'none',
    minHeight: '72px',
    justifyContent: 'flex-start',
    columnGap: tokens.spacingHorizontalM,
    textAlign: 'start',
  },
  minutes: { flexShrink: 0, minWidth: '64px', fontSize: tokens.fontSizeBase500, fontVariantNumeric: 'tabular-nums' },
  room: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  until: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  none: { color: tokens.colorNeutralForeground2 },
  wait: { width: '10rem' },
});

function Choice({ option, onBook }: { readonly option: NowOption; readonly onBook: () => void }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { minutes, end, offer, isPending } = option;
  const isReady = offer !== undefined && !isPending;
  return (
    <Button className={styles.choice} disabledFocusable={!isReady} onClick={onBook}>
      <span className={styles.minutes}>{words.t('roomNow.minutes', { minutes: words.number(minutes) })}</span>
      {isReady && (
        <span className={styles.room}>
          <span>
            <bdi>{offer.room.name}</bdi>
          </span>
          <RoomPlace room={offer.room} />
          <span className={styles.until}>{words.t('roomNow.until', { time: words.time(end) })}</span>
        </span>
      )}
      {isPending && (
        <Skeleton className={styles.wait} aria-label={words.t('roomNow.asking')}>
          <SkeletonItem size={16} />
        </Skeleton>
      )}
      {!isPending && offer === undefined && (
        <span className={styles.none}>{words.t('roomNow.none', { minutes: words.number(minutes) })}</span>
      )}
    </Button>
  );
}

export function RoomNowChoices(props: {
  readonly options: readonly NowOption[];
  readonly onBook: (minutes: number) => void;
}): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {props.options.map((option) => (
        <li key={option.minutes}>
          <Choice option={option} onBook={() => props.onBook(option.minutes)} />
        </li>
      ))}
    </ul>
  );
}
