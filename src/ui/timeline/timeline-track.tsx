/** One row of the timeline: a name, and a cell for each half hour. */
import { mergeClasses } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import type { Interval } from '../../domain/time/intervals.ts';
import { useWords } from '../words/words-provider.tsx';
import { findShiftText, findStatus, type ShownStatus, slotLabel, STATUS_MARKS } from './slot-words.ts';
import { isInRange, type SlotRange, type TimelineRow } from './timeline-row.ts';
import { useTimelineStyles } from './timeline-styles.ts';

interface TimelineTrackProps {
  readonly row: TimelineRow;
  readonly index: number;
  readonly slots: readonly Interval[];
  readonly chosen: SlotRange | undefined;
  /** The one cell of the grid that can be tabbed to, where it is in this row. */
  readonly focusedSlot: number | undefined;
  readonly isWide: boolean;
  readonly nowMs: number;
}

type Styles = ReturnType<typeof useTimelineStyles>;

function groundOf(status: ShownStatus, styles: Styles): string | undefined {
  if (status === 'busy' || status === 'oof') return styles.busy;
  if (status === 'tentative' || status === 'workingElsewhere') return styles.tentative;
  return status === 'free' ? undefined : styles.silent;
}

export const TimelineTrack = memo(function TimelineTrack(props: TimelineTrackProps): ReactNode {
  const { row, index, slots, chosen, focusedSlot, isWide, nowMs } = props;
  const styles = useTimelineStyles();
  const words = useWords();
  return (
    <div role="row" className={styles.row}>
      <div role="rowheader" className={styles.name} title={row.name}>
        <bdi>{row.name}</bdi>
      </div>
      {slots.map((slot, column) => {
        const status = findStatus(row, slot);
        const isChosen = chosen !== undefined && isInRange(chosen, column);
        const hasShift = findShiftText(row, slot, words) !== undefined;
        return (
          <div
            key={column}
            role="gridcell"
            data-row={index}
            data-slot={column}
            tabIndex={column === focusedSlot ? 0 : -1}
            aria-selected={isChosen}
            aria-label={slotLabel(row, slot, words)}
            className={mergeClasses(
              styles.cell,
              isWide ? styles.wide : styles.narrow,
              column % 2 === 0 && styles.hour,
              slot.end.epochMilliseconds <= nowMs && styles.past,
              groundOf(status, styles),
              isChosen && styles.chosen,
              hasShift && styles.shift,
            )}
          >
            <span aria-hidden>{STATUS_MARKS[status]}</span>
          </div>
        );
      })}
    </div>
  );
});
