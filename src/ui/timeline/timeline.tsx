/** Rooms and people in one grid of free and busy half hours; a time is chosen by dragging or by the arrow keys. */
import { ToggleButton, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { countFreeRooms, listSlots } from '../../domain/rooms/timeline.ts';
import type { Interval } from '../../domain/time/intervals.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { Unfold } from '../shared/unfold.tsx';
import { useWords } from '../words/words-provider.tsx';
import { STATUS_MARKS } from './slot-words.ts';
import { findRange, type SlotRange, type TimelineRow } from './timeline-row.ts';
import { useTimelineStyles } from './timeline-styles.ts';
import { TimelineTable } from './timeline-table.tsx';
import { TimelineTrack } from './timeline-track.tsx';
import { useTimelineKeys } from './use-timeline-keys.ts';

export interface TimelineProps {
  readonly date: Temporal.PlainDate;
  /** The whole day. */
  readonly day: Interval;
  readonly rows: readonly TimelineRow[];
  readonly chosen: Interval;
  readonly now: Temporal.Instant;
  /** Absent: the time stays as it is. */
  readonly onChoose?: ((time: Interval) => void) | undefined;
}

const LEGEND = ['busy', 'tentative', 'oof', 'workingElsewhere', 'unknown'] as const;

function TimeHeader(props: { readonly slots: readonly Interval[]; readonly isWide: boolean }): ReactNode {
  const styles = useTimelineStyles();
  const words = useWords();
  return (
    <div role="row" className={styles.row}>
      <div role="columnheader" className={styles.name}>
        {words.t('timeline.who')}
      </div>
      {props.slots.map((slot, column) => (
        <div
          key={column}
          role="columnheader"
          className={mergeClasses(styles.cell, styles.time, props.isWide ? styles.wide : styles.narrow)}
        >
          <span className={column % 2 === 0 ? undefined : styles.unseen}>{words.time(slot.start)}</span>
        </div>
      ))}
    </div>
  );
}

function FreeCounts(props: {
  readonly rows: readonly TimelineRow[];
  readonly slots: readonly Interval[];
  readonly lengthMs: number;
  readonly isWide: boolean;
}): ReactNode {
  const styles = useTimelineStyles();
  const words = useWords();
  const { rows, slots, lengthMs, isWide } = props;
  const counts = useMemo(() => {
    const rooms = rows.filter(({ kind, state }) => kind === 'room' && state === 'known').map(({ blocks }) => blocks);
    return countFreeRooms({ rooms, slots, lengthMs });
  }, [rows, slots, lengthMs]);
  return (
    <div role="row" className={styles.row}>
      <div role="rowheader" className={styles.name}>
        {words.t('timeline.roomsFree')}
      </div>
      {counts.map((count, column) => (
        <div
          key={column}
          role="gridcell"
          aria-label={words.t('timeline.count', { count })}
          className={mergeClasses(styles.cell, styles.count, isWide ? styles.wide : styles.narrow)}
        >
          <span aria-hidden>{words.number(count)}</span>
        </div>
      ))}
    </div>
  );
}

type Zoom = 'day' | 'half';

/** The half that is looked at, or the whole day. */
function useShownSlots(day: Interval, chosen: Interval) {
  const [zoom, setZoom] = useState<Zoom>('day');
  const all = useMemo(() => listSlots(day), [day]);
  const middle = Math.floor(all.length / 2);
  const [isLate, setIsLate] = useState((findRange(all, chosen)?.from ?? 0) >= middle);
  const slots = useMemo(() => {
    if (zoom === 'day') return all;
    return isLate ? all.slice(middle) : all.slice(0, middle);
  }, [all, middle, zoom, isLate]);
  return { zoom, setZoom, isLate, setIsLate, slots };
}

function ZoomBar({ zoom, setZoom, isLate, setIsLate }: ReturnType<typeof useShownSlots>): ReactNode {
  const styles = useTimelineStyles();
  const { t } = useWords();
  return (
    <div className={styles.bar} role="group" aria-label={t('timeline.zoom')}>
      <ToggleButton size="small" checked={zoom === 'day'} onClick={() => setZoom('day')}>
        {t('timeline.zoomDay')}
      </ToggleButton>
      <ToggleButton size="small" checked={zoom === 'half'} onClick={() => setZoom('half')}>
        {t('timeline.zoomHalf')}
      </ToggleButton>
      {zoom === 'half' && (
        <>
          <ActionButton disabled={!isLate} onPress={() => setIsLate(false)}>
            {t('timeline.earlier')}
          </ActionButton>
          <ActionButton disabled={isLate} onPress={() => setIsLate(true)}>
            {t('timeline.later')}
          </ActionButton>
        </>
      )}
    </div>
  );
}

/** A lone slot takes the length that the meeting has. */
function toTime(slots: readonly Interval[], range: SlotRange, hasLength: boolean, lengthMs: number) {
  const first = slots[range.from];
  const last = slots[range.to];
  if (first === undefined || last === undefined) return undefined;
  return { start: first.start, end: hasLength ? last.end : first.start.add({ milliseconds: lengthMs }) };
}

export function Timeline(props: TimelineProps): ReactNode {
  const { date, day, rows, chosen, now, onChoose } = props;
  const styles = useTimelineStyles();
  const words = useWords();
  const shown = useShownSlots(day, chosen);
  const { slots, zoom } = shown;
  const lengthMs = chosen.end.epochMilliseconds - chosen.start.epochMilliseconds;
  const range = findRange(slots, chosen);
  const keys = useTimelineKeys({
    rowCount: rows.length,
    slotCount: slots.length,
    initialSlot: range?.from ?? 0,
    isRightToLeft: words.locale.direction === 'rtl',
    onChoose: (marked, hasLength) => {
      const time = toTime(slots, marked, hasLength, lengthMs);
      if (time !== undefined) onChoose?.(time);
    },
  });
  const scroll = useRef<HTMLDivElement>(null);
  const first = range?.from ?? 0;
  useLayoutEffect(() => {
    const { current } = scroll;
    const cell = current?.querySelector<HTMLElement>(`[data-row="0"][data-slot="${first}"]`);
    if (!current || !cell) return;
    // the same sum holds from right to left, where both are counted downwards from nought
    current.scrollLeft +=
      cell.getBoundingClientRect().left - current.getBoundingClientRect().left - current.clientWidth / 2;
  }, [slots, first]);
  const label = words.t('timeline.label', { day: words.day(date, 'full') });
  const isWide = zoom === 'half';
  return (
    <div className={styles.root}>
      <ZoomBar {...shown} />
      <span className={styles.hint}>{words.t(onChoose === undefined ? 'timeline.fixed' : 'timeline.hint')}</span>
      <div className={styles.scroll} ref={scroll}>
        <div
          role="grid"
          aria-label={label}
          aria-multiselectable
          className={styles.grid}
          onKeyDown={keys.onKeyDown}
          onPointerDown={keys.onPointerDown}
          onPointerMove={keys.onPointerMove}
          onPointerUp={keys.onPointerUp}
          onPointerCancel={keys.onPointerCancel}
        >
          <TimeHeader slots={slots} isWide={isWide} />
          {rows.map((row, index) => (
            <TimelineTrack
              key={row.key}
              row={row}
              index={index}
              slots={slots}
              chosen={keys.marked ?? range}
              focusedSlot={keys.focused.row === index ? keys.focused.slot : undefined}
              isWide={isWide}
              nowMs={now.epochMilliseconds}
            />
          ))}
          <FreeCounts rows={rows} slots={slots} lengthMs={lengthMs} isWide={isWide} />
        </div>
      </div>
      <span role="status" className={styles.hint}>
        {words.t('timeline.chosen', { range: words.timeRange(chosen.start, chosen.end) })}
      </span>
      <ul className={styles.legend}>
        {LEGEND.map((status) => (
          <li key={status}>
            <span aria-hidden>{STATUS_MARKS[status]}</span> {words.t(`timeline.${status}`)}
          </li>
        ))}
      </ul>
      <Unfold label={words.t('timeline.asTable')}>
        <TimelineTable rows={rows} slots={slots} caption={label} />
      </Unfold>
    </div>
  );
}
