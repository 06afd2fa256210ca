/** A room and what it said, as icon and words: a room without a word is never shown as booked. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, ClockRegular, DismissCircleRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Answer, Attendee } from '../../domain/agenda/calendar-event.ts';
import { useWords } from '../words/words-provider.tsx';

const ICONS = {
  accepted: CheckmarkCircleRegular,
  tentative: ClockRegular,
  declined: DismissCircleRegular,
  none: ClockRegular,
} as const satisfies Record<Answer, unknown>;

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  icon: { display: 'inline-flex', alignSelf: 'center', flexShrink: 0, fontSize: '16px' },
  accepted: { color: tokens.colorStatusSuccessForeground1 },
  declined: { color: tokens.colorStatusDangerForeground1 },
  tentative: { color: tokens.colorNeutralForeground2 },
  none: { color: tokens.colorNeutralForeground2 },
  answer: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export function RoomAnswer(props: { readonly room: Attendee }): ReactNode {
  const { name, address, answer } = props.room;
  const words = useWords();
  const styles = useStyles();
  const Icon = ICONS[answer];
  return (
    <span className={styles.root}>
      <span className={mergeClasses(styles.icon, styles[answer])}>
        <Icon aria-hidden />
      </span>
      <span>
        <bdi>{name === '' ? address : name}</bdi>{' '}
        <span className={styles.answer}>({words.t(`room.answer.${answer}`)})</span>
      </span>
    </span>
  );
}
