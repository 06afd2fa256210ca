/** What was checked after a refusal or a cancellation, and when. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Receipt, RoomReceipt } from '../../domain/booking/booking.ts';
import { Unfold } from '../shared/unfold.tsx';
import { Message } from '../words/message.tsx';
import { useWords } from '../words/words-provider.tsx';

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});

interface BookingReceiptProps {
  readonly receipt: Receipt;
  /** The names of a pair: each room has its line. */
  readonly pair?: readonly [string, string] | undefined;
}

/** Which room it was has to be said where there were two. */
function RoomWords({
  outcome,
  name,
}: {
  readonly outcome: RoomReceipt['outcome'];
  readonly name?: string | undefined;
}): ReactNode {
  const { t } = useWords();
  if (name === undefined || outcome === 'kept' || outcome === 'lost') return t(`booking.receipt.room.${outcome}`);
  return <Message id={`twins.receipt.${outcome}`} names={{ room: name }} />;
}

export function BookingReceipt({ receipt, pair }: BookingReceiptProps): ReactNode {
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
          <RoomWords outcome={receipt.room.outcome} name={pair?.[0]} />{' '}
          <bdi>{at.format(receipt.room.at.epochMilliseconds)}</bdi>
        </li>
        {receipt.twin !== undefined && (
          <li>
            <RoomWords outcome={receipt.twin.outcome} name={pair?.[1]} />{' '}
            <bdi>{at.format(receipt.twin.at.epochMilliseconds)}</bdi>
          </li>
        )}
        {receipt.ownEvent.outcome === 'gone' && <li>{t('booking.receipt.deletedItems')}</li>}
      </ul>
    </Unfold>
  );
}
