/** The second look at a booking's state: the cause of a refusal, what is left, what was checked. */
import { Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { BookingState } from '../../domain/booking/booking.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { useWords } from '../words/words-provider.tsx';
import { BookingReceipt } from './booking-receipt.tsx';
import { listRoomNames, refusalLine } from './progress-words.ts';

/** Of a pair each room's answer, the first one's first. */
function PairAnswers({ state }: { readonly state: BookingState }): ReactNode {
  const { t } = useWords();
  const names = listRoomNames(state);
  return state.twin?.answers?.map((answer, index) => (
    <Text key={index}>
      <bdi>{names[index]}</bdi> – {t(`twins.answer.${answer}`)}
    </Text>
  ));
}

/** Why: of a pair for each room that said no. */
function RefusalWords({ state }: { readonly state: Extract<BookingState, { phase: 'declined' }> }): ReactNode {
  const words = useWords();
  const { twin, refusal, next } = state;
  return (
    <>
      {twin?.refused === undefined ? (
        <Text>{refusalLine(refusal, words)}</Text>
      ) : (
        twin.refused.map((one) => (
          <Text key={one.room.address}>
            <bdi>{one.room.name}</bdi> – {refusalLine(one.refusal, words)}
          </Text>
        ))
      )}
      {next === undefined && <Text>{words.t(twin === undefined ? 'booking.noNext' : 'twins.noNext')}</Text>}
    </>
  );
}

function toPair(state: BookingState): readonly [string, string] | undefined {
  return state.twin === undefined ? undefined : [state.room.name, state.twin.room.name];
}

export function ProgressDetails({ state }: { readonly state: BookingState }): ReactNode {
  const words = useWords();
  switch (state.phase) {
    case 'declined':
      return (
        <>
          <RefusalWords state={state} />
          <BookingReceipt receipt={state.receipt} pair={toPair(state)} />
        </>
      );
    case 'cancelled':
      return <BookingReceipt receipt={state.receipt} pair={toPair(state)} />;
    case 'failed':
      return (
        <>
          <FailureLine failure={state.failure} />
          <Text>{words.t(`booking.left.${state.left}`)}</Text>
        </>
      );
    case 'booked':
      return state.online === 'missing' ? <Text>{words.t('booking.onlineMissing')}</Text> : null;
    case 'asking':
    case 'awaitingApproval':
      return <PairAnswers state={state} />;
    case 'sending':
    case 'waiting':
    case 'checking':
    case 'resolving':
    case 'inviting':
    case 'invitedUnconfirmed':
    case 'releasing':
      return null;
  }
}
