/** Rooms that said no before the present one was asked, each with its cause and its receipt. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { TriedRoom } from '../../domain/booking/booking.ts';
import { useWords } from '../words/words-provider.tsx';
import { BookingReceipt } from './booking-receipt.tsx';
import { refusalLine } from './progress-words.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
});

export function TriedRooms({ tried }: { readonly tried: readonly TriedRoom[] }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  if (tried.length === 0) return null;
  return (
    <section aria-label={words.t('booking.tried')}>
      <span>{words.t('booking.tried')}</span>
      <ul className={styles.list}>
        {tried.map((one) => (
          <li key={`${one.room.address} ${one.twin?.room.address ?? ''}`}>
            {(one.twin?.refused ?? [one]).map(({ room, refusal }) => (
              <div key={room.address}>
                <bdi>{room.name}</bdi> – {refusalLine(refusal, words)}
              </div>
            ))}
            <BookingReceipt receipt={one.receipt} pair={one.twin && [one.room.name, one.twin.room.name]} />
          </li>
        ))}
      </ul>
    </section>
  );
}
