/** One day of the grid: the shift as a band behind the hours, breaks on it, events side by side. */
import { mergeClasses } from '@fluentui/react-components';
import type { CSSProperties, ReactNode } from 'react';
import type { AgendaEntry } from '../../domain/agenda/agenda-day.ts';
import type { GridDay, Placed } from '../../domain/agenda/lay-out-day.ts';
import { useWords } from '../words/words-provider.tsx';
import { GridEvent, type GridEventProps } from './grid-event.tsx';
import { HOUR_PX, useGridStyles } from './grid-styles.ts';

const HOUR_MS = 3_600_000;

export interface ColumnScale {
  readonly firstHour: number;
  readonly lastHour: number;
}

export interface DayColumnProps {
  readonly laid: GridDay;
  readonly scale: ColumnScale;
  /** Its clock is not that of the hours beside the grid: it names its own. */
  readonly hasOwnHours: boolean;
  /** The only day on screen. */
  readonly isWide: boolean;
  readonly headId: string;
  readonly toEvent: (entry: AgendaEntry) => Omit<GridEventProps, 'entry' | 'date' | 'shifts'>;
}

/** From this length on there are two lines, and three. */
const MIDDLE_MS = 50 * 60_000;
const HIGH_MS = 75 * 60_000;

const toSize = (ms: number): 'low' | 'middle' | 'high' => (ms < MIDDLE_MS ? 'low' : ms < HIGH_MS ? 'middle' : 'high');

const toPx = (ms: number, { firstHour }: ColumnScale): number => (ms / HOUR_MS - firstHour) * HOUR_PX;

function toBox(placed: Placed, scale: ColumnScale): CSSProperties {
  const top = toPx(placed.startMs, scale);
  return { top, height: Math.max(HOUR_PX / 2, toPx(placed.endMs, scale) - top) };
}

export function DayColumn({ laid, scale, hasOwnHours, isWide, headId, toEvent }: DayColumnProps): ReactNode {
  const { day, blocks, bands, breaks, hours } = laid;
  const styles = useGridStyles();
  const { time } = useWords();
  return (
    <div
      className={styles.column}
      style={{ height: (scale.lastHour - scale.firstHour) * HOUR_PX }}
      data-grid-day={day.date.toString()}
    >
      {bands.map((band) => {
        const { kind } = band.shift.place;
        const look = kind === 'office' ? styles.office : kind === 'remote' ? styles.remote : undefined;
        return (
          <div
            key={band.shift.id}
            aria-hidden
            className={mergeClasses(styles.band, look)}
            style={toBox(band, scale)}
            data-band={kind}
          />
        );
      })}
      {hours.map(({ ms, instant }) => (
        <div
          key={ms}
          aria-hidden
          className={mergeClasses(styles.line, ms === laid.midnightMs && styles.midnight)}
          style={{ top: toPx(ms, scale) }}
        >
          {hasOwnHours && time(instant)}
        </div>
      ))}
      <ul className={styles.list} aria-labelledby={headId}>
        {breaks.map((one) => (
          <li key={`${one.startMs} ${one.label}`} className={styles.break} style={toBox(one, scale)}>
            <bdi>{one.label}</bdi>
          </li>
        ))}
        {blocks.map((block) => (
          <li
            key={block.entry.key}
            className={styles.spot}
            style={{
              ...toBox(block, scale),
              insetInlineStart: `calc(6px + (100% - 6px) * ${block.column / block.columns})`,
              width: `calc((100% - 6px) / ${block.columns})`,
            }}
          >
            <GridEvent
              entry={block.entry}
              date={day.date}
              shifts={day.shifts}
              size={toSize(block.endMs - block.startMs)}
              isNarrow={!isWide && block.columns > 1}
              isWide={isWide && block.columns === 1}
              {...toEvent(block.entry)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
