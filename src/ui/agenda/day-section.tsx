/** One day of the agenda under its heading; the pieces in it come from above, so that far ones can be left out. */
import { type ReactNode, useId } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { joinClasses } from '../shared/join-classes.ts';
import styles from './day-section.module.css';

export interface DaySectionProps {
  readonly date: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  readonly children: ReactNode;
}

export function DaySection(props: DaySectionProps): ReactNode {
  const { date, today } = props;
  const words = useWords();
  const headId = useId();
  const near = words.nearDay(date, today);
  const { formats } = words.locale;
  return (
    <section className={styles.root} aria-labelledby={headId} data-date={date.toString()}>
      <h2 id={headId} className={styles.head}>
        {near !== undefined && (
          <>
            <span className={joinClasses(date.equals(today) && styles.near)}>
              {near.charAt(0).toLocaleUpperCase(formats) + near.slice(1)}
            </span>
            {' · '}
          </>
        )}
        <time dateTime={date.toString()}>{words.day(date, 'full')}</time>
      </h2>
      {props.children}
    </section>
  );
}
