/** One free room: what it is, why it is offered, and the button that books it; and its place while it is not known. */
import { Skeleton, SkeletonItem, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { Checkmark20Regular, Star20Filled, Star20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { RoomOffer } from '../../domain/rooms/room-request.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';
import { reasonText } from './reason-text.ts';
import { RoomEquipment, RoomPlace } from './room-facts.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexWrap: 'wrap',
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
    // narrower than that, the buttons stand below
    flex: '1 1 9rem',
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
  star: {
    marginInlineStart: 'auto',
    minWidth: '32px',
    minHeight: '32px',
    '@media (max-width: 639.98px)': { minWidth: '44px', minHeight: '44px' },
    '@media (pointer: coarse)': { minWidth: '44px', minHeight: '44px' },
  },
  shade: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, flexGrow: 1 },
});

/** What the button of a room does. */
export type RoomVerb = 'book' | 'add';

export interface RoomCardProps {
  readonly offer: RoomOffer;
  readonly heads: number;
  /** When my meeting beside this one starts, for rooms near it. */
  readonly neighbourStart?: Temporal.Instant | undefined;
  readonly isFavourite: boolean;
  /** False while what was typed can't be booked. */
  readonly canBook: boolean;
  readonly verb?: RoomVerb | undefined;
  readonly onBook: () => void;
  readonly onFavourite: () => void;
}

export function RoomCard(props: RoomCardProps): ReactNode {
  const { offer, isFavourite, canBook, verb = 'book', onBook, onFavourite } = props;
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
          <span>{offer.reasons.map((reason) => reasonText(reason, props, words)).join(' · ')}</span>
        </span>
      </div>
      <ToggleButton
        className={styles.star}
        appearance="subtle"
        checked={isFavourite}
        icon={isFavourite ? <Star20Filled /> : <Star20Regular />}
        aria-label={words.t('rooms.favouriteNamed', { room: room.name })}
        onClick={onFavourite}
      />
      <ActionButton
        appearance="primary"
        label={words.t(verb === 'add' ? 'pane.addNamed' : 'rooms.bookNamed', { room: room.name })}
        disabled={!canBook}
        onPress={onBook}
      >
        {words.t(verb === 'add' ? 'pane.add' : 'rooms.book')}
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
