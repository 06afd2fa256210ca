/** One room that may not be needed: whose meeting, why, and the two answers to it. */
import type { ReactNode } from 'react';
import type { Attendee, CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { RoomAnswer } from '../agenda/room-answer.tsx';
import { MeetingSummary } from '../booking/meeting-summary.tsx';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useBookingsStyles } from './bookings-styles.ts';

export interface GhostItemProps {
  readonly event: CalendarEvent;
  readonly room: Attendee;
  readonly times: { readonly start: Temporal.Instant; readonly end: Temporal.Instant };
  readonly reason: ReactNode;
  readonly onGiveBack: () => void;
  readonly onKeep: () => void;
}

export function GhostItem(props: GhostItemProps): ReactNode {
  const { event, room, times } = props;
  const styles = useBookingsStyles();
  const { t } = useWords();
  const name = room.name === '' ? room.address : room.name;
  return (
    <li className={styles.card}>
      <MeetingSummary subject={event.subject} {...times} />
      <RoomAnswer room={room} />
      <span>{props.reason}</span>
      <div className={styles.row}>
        <ActionButton label={t('mine.named', { action: t('mine.giveBack'), subject: name })} onPress={props.onGiveBack}>
          {t('mine.giveBack')}
        </ActionButton>
        <ActionButton label={t('mine.named', { action: t('mine.keep'), subject: name })} onPress={props.onKeep}>
          {t('mine.keep')}
        </ActionButton>
      </div>
    </li>
  );
}
