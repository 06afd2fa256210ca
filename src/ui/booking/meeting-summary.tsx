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
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  time: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

export interface MeetingSummaryProps {
  readonly subject: string;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  /** The subject is the title of what stands below. */
  readonly isTitle?: boolean;
}

export function MeetingSummary({ subject, start, end, isTitle = false }: MeetingSummaryProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const isOneDay = words.dateOf(start).equals(words.dateOf(end));
  const time = isOneDay
    ? `${words.day(words.dateOf(start), 'full')}, ${words.timeRange(start, end)}`
    : `${words.dateTime(start)} – ${words.dateTime(end)}`;
  const named = (
    <bdi className={styles.subject} title={subject}>
      {subject === '' ? words.t('booking.noSubject') : subject}
    </bdi>
  );
  return (
    <div className={styles.root}>
      {isTitle ? <h2 className={styles.heading}>{named}</h2> : named}
      <span className={styles.time}>{time}</span>
    </div>
  );
}
