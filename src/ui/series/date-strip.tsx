/** The dates of a series in a row for one room: a day, and whether the room is free on it, by icon and word. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CalendarClockRegular,
  Checkmark16Filled,
  ClockRegular,
  Dismiss16Filled,
  QuestionRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { DateVerdict } from '../../domain/series/judge-room.ts';
import { useWords } from '../words/words-provider.tsx';

export interface StripDate {
  readonly date: Temporal.PlainDate;
  readonly verdict: DateVerdict;
  /** The clock stands otherwise than on the first date. */
  readonly isOtherClock: boolean;
  /** The room is the one of this date in the plan. */
  readonly isChosen: boolean;
}

const useStyles = makeStyles({
  strip: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(64px, 1fr))',
    gap: tokens.spacingHorizontalXXS,
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  cell: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    boxSizing: 'border-box',
    minWidth: 0,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'center',
  },
  chosen: {
    border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}`,
    padding: `calc(${tokens.spacingVerticalXXS} - 1px) calc(${tokens.spacingHorizontalXS} - 1px)`,
    fontWeight: tokens.fontWeightSemibold,
  },
  marks: { display: 'flex', alignItems: 'center', minHeight: '18px', fontSize: '16px' },
  free: { color: tokens.colorStatusSuccessForeground1 },
  taken: { color: tokens.colorStatusDangerForeground1 },
  beyond: { color: tokens.colorStatusWarningForeground1 },
  unknown: { color: tokens.colorNeutralForeground2 },
  pending: { color: tokens.colorNeutralForeground3 },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

function VerdictIcon({ verdict }: { readonly verdict: DateVerdict }): ReactNode {
  switch (verdict) {
    case 'free':
      return <Checkmark16Filled aria-hidden />;
    case 'taken':
      return <Dismiss16Filled aria-hidden />;
    case 'beyond':
      return <CalendarClockRegular aria-hidden />;
    case 'unknown':
      return <QuestionRegular aria-hidden />;
    case 'pending':
      return <span aria-hidden>…</span>;
  }
}

export function DateStrip(props: { readonly room: string; readonly dates: readonly StripDate[] }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <ul className={styles.strip} aria-label={words.t('series.strip', { room: props.room })}>
      {props.dates.map(({ date, verdict, isOtherClock, isChosen }) => {
        const said = [
          words.t(`series.verdict.${verdict}`),
          ...(isOtherClock ? [words.t('series.otherClock')] : []),
          ...(isChosen ? [words.t('series.chosen')] : []),
        ].join(', ');
        return (
          <li
            key={date.toString()}
            className={mergeClasses(styles.cell, isChosen && styles.chosen)}
            title={`${words.day(date, 'short')}: ${said}`}
          >
            <span>{words.day(date, 'monthDay')}</span>
            <span className={mergeClasses(styles.marks, styles[verdict])}>
              <VerdictIcon verdict={verdict} />
              {isOtherClock && <ClockRegular aria-hidden />}
            </span>
            <span className={styles.hidden}>{said}</span>
          </li>
        );
      })}
    </ul>
  );
}
