/** The free rooms of one of two buildings: one of them is chosen, and nothing is sent by that. */
import { Radio, RadioGroup, Skeleton, SkeletonItem, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { RoomOffer } from '../../domain/rooms/room-request.ts';
import { ActionButton } from '../shared/action-button.tsx';
import type { Words } from '../words/create-words.ts';
import { useWords } from '../words/words-provider.tsx';
import { reasonText } from './reason-text.ts';
import { RoomPlace } from './room-facts.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  status: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  choice: {
    '@media (max-width: 639.98px)': { minHeight: '44px' },
    '& label': { minWidth: 0, overflowWrap: 'anywhere' },
  },
  words: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  reasons: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** A Teams room matters more than elsewhere: the two sides want to see each other. */
function listReasons(offer: RoomOffer, heads: number, words: Words): readonly string[] {
  const reasons = offer.reasons.map((reason) => reasonText(reason, { offer, heads }, words));
  return offer.room.teamsEnabled === true ? [...reasons, words.t('rooms.teams')] : reasons;
}

export interface TwinOffersProps {
  readonly building: string;
  readonly heads: number;
  readonly offers: readonly RoomOffer[];
  readonly places: number;
  /** The list of rooms is still read, or rooms are still silent. */
  readonly isPending: boolean;
  readonly hasMore: boolean;
  readonly chosen: string | undefined;
  readonly onChoose: (address: string) => void;
  readonly onMore: () => void;
}

export function TwinOffers(props: TwinOffersProps): ReactNode {
  const { building, heads, offers, places, isPending, hasMore, chosen } = props;
  const styles = useStyles();
  const words = useWords();
  const { t } = words;
  const heading = useId();
  const shown = offers.slice(0, places);
  const status = isPending
    ? t('rooms.asking')
    : t(offers.length === 0 ? 'rooms.noneFree' : 'rooms.found', { count: offers.length });
  return (
    <section className={styles.root} aria-labelledby={heading} aria-busy={isPending}>
      <h4 className={styles.title} id={heading}>
        {t('twins.offers', { building, count: heads })}
      </h4>
      <span className={styles.status} role="status">
        {status}
      </span>
      {shown.length > 0 && (
        <RadioGroup aria-labelledby={heading} value={chosen ?? ''} onChange={(_, data) => props.onChoose(data.value)}>
          {shown.map((offer) => (
            <Radio
              key={offer.room.address}
              className={styles.choice}
              value={offer.room.address}
              label={
                <span className={styles.words}>
                  <span className={styles.name}>
                    <bdi>{offer.room.name}</bdi>
                  </span>
                  <RoomPlace room={offer.room} />
                  <span className={styles.reasons}>{listReasons(offer, heads, words).join(' · ')}</span>
                </span>
              }
            />
          ))}
        </RadioGroup>
      )}
      {isPending && shown.length === 0 && (
        <Skeleton aria-label="">
          <SkeletonItem size={64} />
        </Skeleton>
      )}
      {hasMore && !isPending && <ActionButton onPress={props.onMore}>{t('rooms.more')}</ActionButton>}
    </section>
  );
}
