/** A meeting in two lines: its subject, its day and time. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  subject: {
    fontWeight: tokens.fontWeightSemibold,
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  time: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

export interface MeetingSummaryProps {
  readonly subject: string;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

export function MeetingSummary({ subject, start, end }: MeetingSummaryProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const isOneDay = words.dateOf(start).equals(words.dateOf(end));
  const time = isOneDay
    ? `${words.day(words.dateOf(start), 'full')}, ${words.timeRange(start, end)}`
    : `${words.dateTime(start)} – ${words.dateTime(end)}`;
  return (
    <div className={styles.root}>
      <bdi className={styles.subject} title={subject}>
        {subject === '' ? words.t('booking.noSubject') : subject}
      </bdi>
      <span className={styles.time}>{time}</span>
    </div>
  );
}
