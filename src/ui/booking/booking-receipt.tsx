/** What was checked after a refusal or a cancellation, and when. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Receipt } from '../../domain/booking/booking.ts';
import { Unfold } from '../shared/unfold.tsx';
import { useWords } from '../words/words-provider.tsx';

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});

export function BookingReceipt({ receipt }: { readonly receipt: Receipt }): ReactNode {
  const styles = useStyles();
  const { t, clock, locale } = useWords();
  // with seconds: two checks lie moments apart
  const at = new Intl.DateTimeFormat(locale.formats, {
    timeStyle: 'medium',
    timeZone: clock.zone,
    ...(clock.hourCycle === undefined ? {} : { hourCycle: clock.hourCycle }),
  });
  return (
    <Unfold label={t('booking.receipt')}>
      <ul className={styles.list}>
        <li>
          {t(`booking.receipt.ownEvent.${receipt.ownEvent.outcome}`)}{' '}
          <bdi>{at.format(receipt.ownEvent.at.epochMilliseconds)}</bdi>
        </li>
        <li>
          {t(`booking.receipt.room.${receipt.room.outcome}`)} <bdi>{at.format(receipt.room.at.epochMilliseconds)}</bdi>
        </li>
        {receipt.ownEvent.outcome === 'gone' && <li>{t('booking.receipt.deletedItems')}</li>}
      </ul>
    </Unfold>
  );
}
