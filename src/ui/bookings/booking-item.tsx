/** One booking of mine: when, which room with its present answer, and what can be done with it. */
import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { BookingAction } from '../../domain/booking/list-actions.ts';
import { RoomAnswer } from '../agenda/room-answer.tsx';
import { toShortSubject } from '../agenda/subject-words.ts';
import { MeetingSummary } from '../booking/meeting-summary.tsx';
import { ActionButton } from '../shared/action-button.tsx';
import type { MessageKey } from '../words/message-key.ts';
import { useWords } from '../words/words-provider.tsx';
import { useBookingsStyles } from './bookings-styles.ts';

export const ACTION_WORDS = {
  checkIn: 'mine.checkIn',
  end: 'mine.end',
  move: 'mine.move',
  changeRoom: 'mine.changeRoom',
  people: 'mine.people',
  cancel: 'mine.cancel',
} as const satisfies Record<BookingAction, MessageKey>;

export interface BookingItemProps {
  readonly event: CalendarEvent;
  readonly times: { readonly start: Temporal.Instant; readonly end: Temporal.Instant };
  readonly actions: readonly BookingAction[];
  readonly isRunning: boolean;
  /** A hold that the agenda offers to finish. */
  readonly isUnsettled: boolean;
  /** Opened for this one. */
  readonly isChosen: boolean;
  /** What came of the last thing done here. */
  readonly said?: ReactNode;
  readonly onAction: (action: BookingAction) => void;
}

export function BookingItem(props: BookingItemProps): ReactNode {
  const { event, times, actions, said } = props;
  const styles = useBookingsStyles();
  const { t } = useWords();
  const subject = toShortSubject(event.subject.trim() === '' ? t('booking.noSubject') : event.subject);
  const rooms = event.attendees.filter(({ kind }) => kind === 'resource');
  return (
    <li
      className={mergeClasses(styles.card, props.isChosen && styles.chosen)}
      data-event={event.id}
      tabIndex={-1}
      aria-current={props.isChosen ? 'true' : undefined}
    >
      <MeetingSummary subject={event.subject} {...times} />
      {props.isRunning && <span className={styles.hint}>{t('mine.running')}</span>}
      <div className={styles.rooms} aria-live="polite">
        {rooms.map((room) => (
          <RoomAnswer key={room.address} room={room} />
        ))}
      </div>
      {props.isUnsettled && <span className={styles.hint}>{t('mine.unsettled')}</span>}
      <div role="status">{said}</div>
      {actions.length > 0 && (
        <div className={styles.row}>
          {actions.map((action) => (
            <ActionButton
              key={action}
              label={t('mine.named', { action: t(ACTION_WORDS[action]), subject })}
              onPress={() => props.onAction(action)}
            >
              {t(ACTION_WORDS[action])}
            </ActionButton>
          ))}
        </div>
      )}
    </li>
  );
}
