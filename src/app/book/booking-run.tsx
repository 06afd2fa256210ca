/** A booking under way on screen: its card, who is mailed, and the warnings before it is left. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Booking } from '../../domain/booking/booking.ts';
import type { MailList } from '../../domain/booking/mail-list.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { BookingProgress } from '../../ui/booking/booking-progress.tsx';
import { TriedRooms } from '../../ui/booking/tried-rooms.tsx';
import { MailPreview } from '../../ui/booking/mail-preview.tsx';
import type { BookingManner } from '../../ui/booking/progress-words.ts';
import { Unfold } from '../../ui/shared/unfold.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { LazyScreen } from '../lazy-screen.tsx';
import { loadAgreeScreen } from '../load-agree-screen.ts';
import { loadSeriesRun } from '../series/load-series-screens.ts';
import type { Services } from '../services.ts';
import { needsPerson } from '../session/needs-person.ts';
import { openInOutlook } from './open-in-outlook.ts';
import { useBooking } from './use-booking.ts';
import { useClock } from './use-clock.ts';

export interface BookingRunProps {
  readonly services: Pick<Services, 'now' | 'host' | 'agree' | 'readLongFreeBusy'>;
  readonly booking: Booking;
  readonly manner: BookingManner;
  readonly mailed?: MailList;
  /** Other rooms that were looked at. */
  readonly others?: readonly Room[];
  readonly onTryNext?: (room: Room, second?: Room) => void;
  readonly onChooseOther?: () => void;
  readonly onDone: () => void;
}

const NONE: readonly Room[] = [];

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
  const lacking = state.phase === 'failed' && needsPerson(state.failure) ? state : undefined;
  const agree = lacking !== undefined && (
    <LazyScreen
      load={loadAgreeScreen}
      screenProps={{
        services,
        purpose: 'booking',
        because: lacking.failure,
        onAgreed: booking.retry,
        onLater: props.onChooseOther ?? props.onDone,
      }}
    />
  );
  if (lacking?.left === 'nothing') return agree;
  return (
    <div className={styles.root}>
      {agree}
      <TriedRooms tried={booking.tried()} />
      <BookingProgress
        state={state}
        now={now}
        manner={manner}
        takesFocus
        onKeepAsking={booking.keepAsking}
        onInviteNow={booking.inviteNow}
        onTryAnother={props.onTryNext && booking.tryAnother}
        onCancel={booking.cancel}
        onRetry={booking.retry}
        onTryNext={props.onTryNext}
        onChooseOther={props.onChooseOther}
        onOpen={(eventId) => openInOutlook(services.host, eventId)}
        onDone={props.onDone}
      />
      {(booking.dates?.() ?? []).length > 0 && (
        <LazyScreen load={loadSeriesRun} screenProps={{ services, booking, others: props.others ?? NONE }} />
      )}
      {mailed !== undefined && mailed.people.length > 0 && (
        <Unfold label={t('booking.confirm.mailed')}>
          <MailPreview
            mailed={{ ...mailed, room: state.room, ...(state.twin ? { twin: state.twin.room } : {}) }}
            inviteAtOnce={manner.inviteAtOnce}
          />
        </Unfold>
      )}
    </div>
  );
}
