/** A booking under way on screen: its card, who is mailed, and the warnings before it is left. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Booking } from '../../domain/booking/booking.ts';
import type { MailList } from '../../domain/booking/mail-list.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { BookingProgress } from '../../ui/booking/booking-progress.tsx';
import { MailPreview } from '../../ui/booking/mail-preview.tsx';
import type { BookingManner } from '../../ui/booking/progress-words.ts';
import { Unfold } from '../../ui/shared/unfold.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { Services } from '../services.ts';
import { openInOutlook } from './open-in-outlook.ts';
import { useBooking } from './use-booking.ts';
import { useClock } from './use-clock.ts';

export interface BookingRunProps {
  readonly services: Pick<Services, 'now' | 'host'>;
  readonly booking: Booking;
  readonly manner: BookingManner;
  readonly mailed?: MailList;
  readonly onTryNext?: (room: Room) => void;
  readonly onChooseOther?: () => void;
  readonly onDone: () => void;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

export function BookingRun(props: BookingRunProps): ReactNode {
  const { services, booking, manner, mailed } = props;
  const styles = useStyles();
  const { t } = useWords();
  const state = useBooking(booking);
  const isCounting = state?.phase === 'asking' || state?.phase === 'awaitingApproval' || state?.phase === 'waiting';
  const now = useClock(services.now, isCounting);
  if (state === undefined) return null;
  return (
    <div className={styles.root}>
      <BookingProgress
        state={state}
        now={now}
        manner={manner}
        takesFocus
        onKeepAsking={booking.keepAsking}
        onInviteNow={booking.inviteNow}
        onCancel={booking.cancel}
        onRetry={booking.retry}
        onTryNext={props.onTryNext}
        onChooseOther={props.onChooseOther}
        onOpen={(eventId) => openInOutlook(services.host, eventId)}
        onDone={props.onDone}
      />
      {mailed !== undefined && mailed.people.length > 0 && (
        <Unfold label={t('booking.confirm.mailed')}>
          <MailPreview mailed={{ ...mailed, room: state.room }} inviteAtOnce={manner.inviteAtOnce} />
        </Unfold>
      )}
    </div>
  );
}
