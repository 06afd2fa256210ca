/** What the clocks do to a series: which hours it has in two zones before and after a change, and on the very day of it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Occurrence } from '../../domain/series/expand-series.ts';
import type { ClockSpan } from '../../domain/series/list-clock-spans.ts';
import { Notice } from '../shared/notice.tsx';
import { useWords } from '../words/words-provider.tsx';

export interface ClockNoteProps {
  readonly spans: readonly ClockSpan[];
  /** The second zone, by its IANA name. */
  readonly otherZone: string;
  readonly occurrences: readonly Occurrence[];
}

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, fontVariantNumeric: 'tabular-nums' },
});

export function ClockNote({ spans, otherZone, occurrences }: ClockNoteProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const odd = occurrences.filter(({ clock }) => clock !== 'usual');
  if (spans.length < 2 && odd.length === 0) return null;
  const other = words.withClock({ ...words.clock, zone: otherZone });
  // by its long name UTC would be called after Greenwich
  const otherName = otherZone === 'UTC' ? 'UTC' : other.zoneName();
  const plain = (offset: string): string => offset.replace(/^([+-])0/u, '$1').replace(/:00$/u, '');
  return (
    <Notice intent="info" title={words.t('series.clock.title')}>
      <ul className={styles.list}>
        {spans.map(({ from, until, start, offset, otherOffset }) => (
          <li key={from.toString()}>
            {words.t('series.clock.span', {
              ...{ from: words.day(from, 'dated'), until: words.day(until, 'dated') },
              ...{ time: words.time(start), zone: words.zoneName(), offset: plain(offset) },
              ...{ otherTime: other.time(start), otherZone: otherName, otherOffset: plain(otherOffset) },
            })}
          </li>
        ))}
        {odd.map(({ date, start, clock }) => (
          <li key={`odd ${date.toString()}`}>
            {words.t(clock === 'skipped' ? 'series.clock.skipped' : 'series.clock.repeated', {
              date: words.day(date, 'dated'),
              time: words.time(start),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
