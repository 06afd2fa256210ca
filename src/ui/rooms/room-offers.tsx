/** The free rooms, each in a place that was kept for it while the answers come in. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RoomOffer } from '../../domain/rooms/room-request.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';
import { RoomCard, RoomPlaceholder, type RoomVerb } from './room-card.tsx';

/** Places shown at first, free rooms and those still silent together. */
export const FIRST_PLACES = 8;

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  status: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

export interface RoomOffersProps {
  readonly offers: readonly RoomOffer[];
  /** The list of rooms itself is still read. */
  readonly isListing: boolean;
  /** So many rooms have not answered yet. */
  readonly pendingCount: number;
  /** So many places are shown at most. */
  readonly places: number;
  /** Further rooms could be asked, or shown. */
  readonly hasMore: boolean;
  readonly heads: number;
  readonly neighbourStart?: Temporal.Instant | undefined;
  /** Addresses in lower case. */
  readonly favourites: readonly string[];
  readonly canBook: boolean;
  readonly verb?: RoomVerb | undefined;
  readonly onBook: (offer: RoomOffer) => void;
  readonly onFavourite: (offer: RoomOffer) => void;
  readonly onMore: () => void;
}

export function RoomOffers(props: RoomOffersProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const { offers, places, isListing } = props;
  const pendingCount = isListing ? places : props.pendingCount;
  const isAsking = pendingCount > 0;
  const shown = offers.slice(0, places);
  const reserved = Math.min(pendingCount, Math.max(0, places - shown.length));
  const status = isAsking
    ? t(isListing ? 'rooms.loading' : 'rooms.asking')
    : t(offers.length === 0 ? 'rooms.noneFree' : 'rooms.found', { count: offers.length });
  return (
    <>
      <span className={styles.status} role="status" aria-live="polite">
        {status}
      </span>
      <ul className={styles.list} aria-busy={isAsking} aria-label={t('rooms.title')}>
        {shown.map((offer) => (
          <RoomCard
            key={offer.room.address}
            offer={offer}
            heads={props.heads}
            neighbourStart={props.neighbourStart}
            isFavourite={props.favourites.includes(offer.room.address.toLowerCase())}
            canBook={props.canBook}
            verb={props.verb}
            onFavourite={() => props.onFavourite(offer)}
            onBook={() => props.onBook(offer)}
          />
        ))}
        {Array.from({ length: reserved }, (_, index) => (
          <RoomPlaceholder key={index} />
        ))}
      </ul>
      {props.hasMore && !isAsking && <ActionButton onPress={props.onMore}>{t('rooms.more')}</ActionButton>}
    </>
  );
}
