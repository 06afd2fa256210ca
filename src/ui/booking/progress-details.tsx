/** The second look at a booking's state: the cause of a refusal, what is left, what was checked. */
import { Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { BookingState } from '../../domain/booking/booking.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { useWords } from '../words/words-provider.tsx';
import { BookingReceipt } from './booking-receipt.tsx';
import { refusalLine } from './progress-words.ts';

export function ProgressDetails({ state }: { readonly state: BookingState }): ReactNode {
  const words = useWords();
  switch (state.phase) {
    case 'declined':
      return (
        <>
          <Text>{refusalLine(state.refusal, words)}</Text>
          {state.next === undefined && <Text>{words.t('booking.noNext')}</Text>}
          <BookingReceipt receipt={state.receipt} />
        </>
      );
    case 'cancelled':
      return <BookingReceipt receipt={state.receipt} />;
    case 'failed':
      return (
        <>
          <FailureLine failure={state.failure} />
          <Text>{words.t(`booking.left.${state.left}`)}</Text>
        </>
      );
    case 'booked':
      return state.online === 'missing' ? <Text>{words.t('booking.onlineMissing')}</Text> : null;
    case 'sending':
    case 'asking':
    case 'awaitingApproval':
    case 'waiting':
    case 'checking':
    case 'inviting':
    case 'invitedUnconfirmed':
    case 'releasing':
      return null;
  }
}
