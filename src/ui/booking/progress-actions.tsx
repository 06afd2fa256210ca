/** What a person can do about a booking in its present state; the wanted next step comes first. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { BookingState } from '../../domain/booking/booking.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { Message } from '../words/message.tsx';
import { useWords } from '../words/words-provider.tsx';

export interface ProgressActionHandlers {
  readonly onKeepAsking: () => void;
  readonly onInviteNow: () => void;
  /** Absent where there is no other room to try. */
  readonly onTryAnother?: (() => void) | undefined;
  readonly onCancel: () => void;
  readonly onRetry: () => void;
  /** Absent where no other room can be tried from here. */
  readonly onTryNext?: ((room: Room, second?: Room) => void) | undefined;
  /** Back to the choice of rooms, with all that was typed. */
  readonly onChooseOther?: (() => void) | undefined;
  readonly onOpen?: ((eventId: string) => void) | undefined;
  readonly onDone: () => void;
}

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '> button': { whiteSpace: 'normal', maxWidth: '100%' },
    '@media (max-width: 639.98px)': { '> button': { flexGrow: 1 } },
  },
});

function UndecidedActions({ on }: { readonly on: ProgressActionHandlers }): ReactNode {
  const { t } = useWords();
  return (
    <>
      <ActionButton appearance="primary" onPress={on.onKeepAsking}>
        {t('booking.keepAsking')}
      </ActionButton>
      <ActionButton onPress={on.onInviteNow}>{t('booking.inviteNow')}</ActionButton>
      {on.onTryAnother !== undefined && (
        <ActionButton onPress={on.onTryAnother}>{t('booking.tryAnother')}</ActionButton>
      )}
      <ActionButton onPress={on.onCancel}>{t('booking.cancel')}</ActionButton>
    </>
  );
}

function SettledActions(props: { readonly eventId: string; readonly on: ProgressActionHandlers }): ReactNode {
  const { t } = useWords();
  const { onOpen, onDone } = props.on;
  return (
    <>
      <ActionButton appearance="primary" onPress={onDone}>
        {t('booking.done')}
      </ActionButton>
      {onOpen !== undefined && (
        <ActionButton onPress={() => onOpen(props.eventId)}>{t('booking.openInOutlook')}</ActionButton>
      )}
    </>
  );
}

function OtherRoomActions(props: {
  readonly next: Room | undefined;
  /** Of a pair the second room of the next one. */
  readonly second?: Room | undefined;
  readonly on: ProgressActionHandlers;
}): ReactNode {
  const { t, list } = useWords();
  const { next, second, on } = props;
  const rooms = [next, second].flatMap((room) => room ?? []);
  return (
    <>
      {next !== undefined && on.onTryNext !== undefined && (
        <ActionButton appearance="primary" onPress={() => on.onTryNext?.(next, second)}>
          <span>
            <Message id="booking.tryNext" names={{ room: list(rooms.map(({ name }) => name)) }} />
          </span>
        </ActionButton>
      )}
      {on.onChooseOther !== undefined && (
        <ActionButton onPress={on.onChooseOther}>{t('booking.chooseOther')}</ActionButton>
      )}
      <ActionButton onPress={on.onDone}>{t('booking.done')}</ActionButton>
    </>
  );
}

function FailedActions(props: {
  readonly state: Extract<BookingState, { phase: 'failed' }>;
  readonly on: ProgressActionHandlers;
}): ReactNode {
  const { t } = useWords();
  const { state, on } = props;
  return (
    <>
      <ActionButton appearance="primary" onPress={on.onRetry}>
        {t('action.retry')}
      </ActionButton>
      {state.left === 'nothing' ? (
        on.onChooseOther !== undefined && (
          <ActionButton onPress={on.onChooseOther}>{t('booking.chooseOther')}</ActionButton>
        )
      ) : (
        <ActionButton onPress={on.onCancel}>{t('booking.takeBack')}</ActionButton>
      )}
      <ActionButton onPress={on.onDone}>{t('booking.done')}</ActionButton>
    </>
  );
}

function actionsOf(state: BookingState, on: ProgressActionHandlers, cancelLabel: string): ReactNode {
  const cancel = <ActionButton onPress={on.onCancel}>{cancelLabel}</ActionButton>;
  switch (state.phase) {
    case 'sending':
    case 'waiting':
    case 'checking':
    case 'resolving':
      return cancel;
    case 'asking':
      return state.overdue ? <UndecidedActions on={on} /> : cancel;
    case 'awaitingApproval':
      return <UndecidedActions on={on} />;
    case 'booked':
    case 'invitedUnconfirmed':
      return <SettledActions eventId={state.eventId} on={on} />;
    case 'declined':
      return <OtherRoomActions next={state.next} second={state.twin?.next} on={on} />;
    case 'cancelled':
      return <OtherRoomActions next={undefined} on={on} />;
    case 'failed':
      return <FailedActions state={state} on={on} />;
    case 'inviting':
    case 'releasing':
      return null;
  }
}

export function ProgressActions(props: {
  readonly state: BookingState;
  readonly on: ProgressActionHandlers;
}): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const actions = actionsOf(props.state, props.on, t('booking.cancel'));
  return actions === null ? null : <div className={styles.row}>{actions}</div>;
}
