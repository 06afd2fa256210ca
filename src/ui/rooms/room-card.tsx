/** One free room: what it is, why it is offered, and the button that books it; and its place while it is not known. */
import { Skeleton, SkeletonItem, makeStyles, tokens } from '@fluentui/react-components';
import { Checkmark20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { RoomOffer, RoomReason } from '../../domain/rooms/room-request.ts';
import { ActionButton } from '../shared/action-button.tsx';
import type { Words } from '../words/create-words.ts';
import { useWords } from '../words/words-provider.tsx';
import { RoomEquipment, RoomPlace } from './room-facts.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    minHeight: '92px',
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    '> button': { flexShrink: 0 },
  },
  words: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    rowGap: tokens.spacingVerticalXXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  reasons: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  check: { flexShrink: 0, color: tokens.colorStatusSuccessForeground1, fontSize: '16px' },
  shade: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, flexGrow: 1 },
});

function reasonText(reason: RoomReason, offer: RoomOffer, heads: number, words: Words): string {
  if (reason === 'fits') return words.t('rooms.reason.fits', { count: words.number(heads) });
  if (reason === 'free' && offer.freeUntil !== undefined) {
    return words.t('rooms.reason.freeUntil', { time: words.time(offer.freeUntil) });
  }
  return words.t(`rooms.reason.${reason}`);
}

export interface RoomCardProps {
  readonly offer: RoomOffer;
  readonly heads: number;
  /** False while what was typed can't be booked. */
  readonly canBook: boolean;
  readonly onBook: () => void;
}

export function RoomCard({ offer, heads, canBook, onBook }: RoomCardProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { room } = offer;
  return (
    <li className={styles.card}>
      <div className={styles.words}>
        <h4 className={styles.name} title={room.name}>
          <bdi>{room.name}</bdi>
        </h4>
        <RoomPlace room={room} />
        <RoomEquipment room={room} />
        <span className={styles.reasons}>
          <Checkmark20Regular className={styles.check} aria-hidden />
          <span>{offer.reasons.map((reason) => reasonText(reason, offer, heads, words)).join(' · ')}</span>
        </span>
      </div>
      <ActionButton
        appearance="primary"
        label={words.t('rooms.bookNamed', { room: room.name })}
        disabled={!canBook}
        onPress={onBook}
      >
        {words.t('rooms.book')}
      </ActionButton>
    </li>
  );
}

/** The reserved place of a room whose answer is still on its way. */
export function RoomPlaceholder(): ReactNode {
  const styles = useStyles();
  return (
    <li className={styles.card} aria-hidden>
      <Skeleton className={styles.shade} aria-label="">
        <SkeletonItem size={16} style={{ width: '45%' }} />
        <SkeletonItem size={12} style={{ width: '60%' }} />
        <SkeletonItem size={12} style={{ width: '75%' }} />
      </Skeleton>
    </li>
  );
}
