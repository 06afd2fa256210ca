/** A room and what it said, as icon and words: a room without a word is never shown as booked. */
import { CheckmarkCircleRegular, ClockRegular, DismissCircleRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Answer, Attendee } from '../../domain/agenda/calendar-event.ts';
import { useWords } from '../words/words-provider.tsx';
import { joinClasses } from '../shared/join-classes.ts';
import styles from './room-answer.module.css';

const ICONS = {
  accepted: CheckmarkCircleRegular,
  tentative: ClockRegular,
  declined: DismissCircleRegular,
  none: ClockRegular,
} as const satisfies Record<Answer, unknown>;

export function RoomAnswer(props: { readonly room: Attendee }): ReactNode {
  const { name, address, answer } = props.room;
  const words = useWords();
  const Icon = ICONS[answer];
  return (
    <span className={styles.root}>
      <span className={joinClasses(styles.icon, styles[answer])}>
        <Icon aria-hidden />
      </span>
      <span>
        <bdi>{name === '' ? address : name}</bdi>{' '}
        <span className={styles.answer}>({words.t(`room.answer.${answer}`)})</span>
      </span>
    </span>
  );
}
