/** One day of the agenda under its heading; the pieces in it come from above, so that far ones can be left out. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { useWords } from '../words/words-provider.tsx';

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalM} 0` },
  head: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} 0`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  near: { color: tokens.colorBrandForeground1 },
});

export interface DaySectionProps {
  readonly date: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  readonly children: ReactNode;
}

export function DaySection(props: DaySectionProps): ReactNode {
  const { date, today } = props;
  const words = useWords();
  const styles = useStyles();
  const headId = useId();
  const near = words.nearDay(date, today);
  return (
    <section className={styles.root} aria-labelledby={headId} data-date={date.toString()}>
      <h2 id={headId} className={styles.head}>
        {near !== undefined && (
          <>
            <span className={mergeClasses(date.equals(today) && styles.near)}>{near}</span>
            {' · '}
          </>
        )}
        <time dateTime={date.toString()}>{words.day(date, 'full')}</time>
      </h2>
      {props.children}
    </section>
  );
}
