/** The timeline as words: who is not free when, for those who read tables rather than grids. */
import type { ReactNode } from 'react';
import type { Interval } from '../../domain/time/intervals.ts';
import { useWords } from '../words/words-provider.tsx';
import { findStatus, type ShownStatus } from './slot-words.ts';
import type { TimelineRow } from './timeline-row.ts';
import { useTimelineStyles } from './timeline-styles.ts';

interface Run extends Interval {
  readonly status: ShownStatus;
}

/** Neighbouring half hours of one status as one stretch; free ones are left out. */
function listRuns(row: TimelineRow, slots: readonly Interval[]): readonly Run[] {
  const runs: Run[] = [];
  for (const slot of slots) {
    const status = findStatus(row, slot);
    const last = runs.at(-1);
    if (status === 'free') continue;
    if (last?.status === status && last.end.equals(slot.start)) runs[runs.length - 1] = { ...last, end: slot.end };
    else runs.push({ ...slot, status });
  }
  return runs;
}

export function TimelineTable(props: {
  readonly rows: readonly TimelineRow[];
  readonly slots: readonly Interval[];
  readonly caption: string;
}): ReactNode {
  const styles = useTimelineStyles();
  const words = useWords();
  const { rows, slots, caption } = props;
  const text = ({ start, end, status }: Run): string =>
    `${words.timeRange(start, end)} ${words.t(`timeline.${status}`)}`;
  const shiftText = (row: TimelineRow): string =>
    row.shifts
      .filter(({ place }) => place.kind !== 'off')
      .map(({ start, end, place }) => `${words.timeRange(start, end)} ${words.t(`shift.${place.kind}`)}`)
      .join(', ');
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('timeline.who')}</th>
          <th scope="col">{words.t('timeline.when')}</th>
          <th scope="col">{words.t('timeline.shift')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const runs = listRuns(row, slots);
          return (
            <tr key={row.key}>
              <th scope="row">
                <bdi>{row.name}</bdi>
              </th>
              <td>
                {row.state !== 'known' && words.t(`timeline.${row.state}`)}
                {row.state === 'known' && (runs.length === 0 ? words.t('timeline.allFree') : runs.map(text).join(', '))}
              </td>
              <td>{shiftText(row)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
