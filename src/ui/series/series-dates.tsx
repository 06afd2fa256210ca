/** The dates of a series under way: each with its room and what that room said. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  Checkmark16Filled,
  ClockRegular,
  Dismiss16Filled,
  HourglassHalfRegular,
  SubtractRegular,
  Warning16Filled,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { DateAnswer, DateState } from '../../domain/series/read-date-states.ts';
import { useWords } from '../words/words-provider.tsx';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column' },
  row: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'flex-start',
    paddingBlock: tokens.spacingVerticalXXS,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  icon: { flexShrink: 0, fontSize: '16px', lineHeight: '20px' },
  when: { flex: '1 1 50%' },
  where: { flex: '1 1 50%', minWidth: 0 },
  answer: { color: tokens.colorNeutralForeground2 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const TONES: Readonly<Record<DateAnswer, 'good' | 'bad' | 'warning' | 'quiet'>> = {
  ...{ accepted: 'good', declined: 'bad', amiss: 'bad', tentative: 'warning' },
  ...{ waiting: 'quiet', unasked: 'quiet', skipped: 'quiet' },
};

function AnswerIcon({ answer }: { readonly answer: DateAnswer }): ReactNode {
  switch (answer) {
    case 'accepted':
      return <Checkmark16Filled aria-hidden />;
    case 'declined':
      return <Dismiss16Filled aria-hidden />;
    case 'amiss':
      return <Warning16Filled aria-hidden />;
    case 'tentative':
      return <HourglassHalfRegular aria-hidden />;
    case 'waiting':
    case 'unasked':
      return <ClockRegular aria-hidden />;
    case 'skipped':
      return <SubtractRegular aria-hidden />;
  }
}

export function SeriesDates({ dates }: { readonly dates: readonly DateState[] }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const asked = dates.filter(({ answer }) => answer !== 'skipped');
  const done = asked.filter(({ answer }) => answer === 'accepted').length;
  return (
    <section aria-label={words.t('series.progress.title')}>
      <h4 className={styles.title}>
        {words.t('series.progress.count', { done: words.number(done), all: words.number(asked.length) })}
      </h4>
      <ul className={styles.list}>
        {dates.map(({ date, start, end, room, answer }) => (
          <li key={date.toString()} className={styles.row}>
            <span className={mergeClasses(styles.icon, styles[TONES[answer]])}>
              <AnswerIcon answer={answer} />
            </span>
            <span className={styles.when}>
              {words.day(date, 'short')}, {words.timeRange(start, end)}
            </span>
            <span className={styles.where}>
              {answer !== 'skipped' && <bdi>{room.name}</bdi>}{' '}
              <span className={styles.answer}>{words.t(`series.state.${answer}`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
