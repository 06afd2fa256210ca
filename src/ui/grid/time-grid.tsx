/** Days beside one another, hours below one another: one event can be tabbed to, the arrows go on from it. */
import { mergeClasses } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, type ReactNode, useId, useRef, useState } from 'react';
import type { AgendaEntry } from '../../domain/agenda/agenda-day.ts';
import type { OwnCalendar } from '../../domain/agenda/agenda-sources.ts';
import { findShownHours, type GridDay } from '../../domain/agenda/lay-out-day.ts';
import { useWords } from '../words/words-provider.tsx';
import { DayColumn } from './day-column.tsx';
import { DayHead } from './day-head.tsx';
import { findGridMove } from './find-grid-move.ts';
import { GridEvent } from './grid-event.tsx';
import { HOUR_PX, useGridStyles } from './grid-styles.ts';

/** Beside the days. */
const HOURS_PX = 56;

export interface TimeGridProps {
  readonly days: readonly GridDay[];
  readonly today: Temporal.PlainDate;
  readonly chosen: string | undefined;
  readonly calendarOf: (entry: AgendaEntry) => OwnCalendar | undefined;
  /** Another source of shifts is still being asked. */
  readonly areShiftsPending: boolean;
  readonly onChoose: (entry: AgendaEntry) => void;
}

/** Hours beside the grid: of a day on which the clock does not change, the longest of those. */
function findHours(days: readonly GridDay[]): GridDay | undefined {
  const regular = days.filter(({ hasClockChange }) => !hasClockChange);
  return [...(regular.length > 0 ? regular : days)].sort((a, b) => b.hours.length - a.hours.length)[0];
}

function useRoving(days: readonly GridDay[]) {
  const order = days.map((laid) => [...laid.allDay, ...laid.blocks.map(({ entry }) => entry)].map(({ key }) => key));
  const [wanted, setWanted] = useState<string>();
  const all = order.flat();
  const stop = wanted !== undefined && all.includes(wanted) ? wanted : all[0];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const from = event.target instanceof HTMLElement ? event.target.dataset['gridEvent'] : undefined;
    const next = findGridMove(order, from, event.key, isRightToLeft);
    if (next === undefined) return;
    event.preventDefault();
    setWanted(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-grid-event="${CSS.escape(next)}"]`)?.focus();
  };
  return { stop, onKeyDown, onFocus: setWanted };
}

/** Where the days don't fit beside one another, today is what is seen first. */
function useTodayInSight(today: Temporal.PlainDate) {
  const scroller = useRef<HTMLDivElement>(null);
  const date = today.toString();
  useEffect(() => {
    const box = scroller.current;
    const column = box?.querySelector<HTMLElement>(`[data-grid-day="${date}"]`);
    if (!box || !column || box.scrollWidth <= box.clientWidth) return;
    const isRightToLeft = getComputedStyle(box).direction === 'rtl';
    const [outer, inner] = [box.getBoundingClientRect(), column.getBoundingClientRect()];
    box.scrollLeft += isRightToLeft ? inner.right - outer.right + HOURS_PX : inner.left - outer.left - HOURS_PX;
  }, [date]);
  return scroller;
}

export function TimeGrid(props: TimeGridProps): ReactNode {
  const { days, today, chosen, calendarOf, areShiftsPending, onChoose } = props;
  const styles = useGridStyles();
  const words = useWords();
  const id = useId();
  const { stop, onKeyDown, onFocus } = useRoving(days);
  const scale = findShownHours(days);
  const regular = findHours(days);
  const toEvent = (entry: AgendaEntry) => ({
    calendar: calendarOf(entry),
    isChosen: entry.key === chosen,
    isTabStop: entry.key === stop,
    onChoose: (one: AgendaEntry) => {
      onFocus(one.key);
      onChoose(one);
    },
  });
  const scroller = useTodayInSight(today);
  const columns = `${HOURS_PX}px repeat(${days.length}, minmax(0, 1fr))`;
  const toHeadId = (laid: GridDay): string => `${id}${laid.day.date.toString()}`;
  return (
    <div className={styles.scroller} ref={scroller}>
      <div
        className={mergeClasses(styles.grid, days.length > 1 && styles.week)}
        style={{ gridTemplateColumns: columns }}
        role="group"
        aria-label={words.t('grid.name')}
        onKeyDown={onKeyDown}
      >
        <span className={styles.corner} />
        {days.map((laid) => (
          <DayHead
            key={laid.day.date.toString()}
            {...{ laid, areShiftsPending }}
            id={toHeadId(laid)}
            isToday={laid.day.date.equals(today)}
          >
            {laid.allDay.map((entry) => (
              <GridEvent
                key={entry.key}
                entry={entry}
                date={laid.day.date}
                shifts={laid.day.shifts}
                size="allDay"
                {...toEvent(entry)}
              />
            ))}
          </DayHead>
        ))}
        <div className={styles.hours} aria-hidden>
          {regular?.hours
            .filter((_, hour) => hour >= scale.firstHour && hour < scale.lastHour)
            .map(({ ms, instant }, index) => (
              <span key={ms} className={styles.hour} style={{ top: index * HOUR_PX }}>
                {words.time(instant)}
              </span>
            ))}
        </div>
        {days.map((laid) => (
          <DayColumn
            key={laid.day.date.toString()}
            {...{ laid, scale, toEvent }}
            isWide={days.length === 1}
            hasOwnHours={regular !== laid && laid.hasClockChange}
            headId={toHeadId(laid)}
          />
        ))}
      </div>
    </div>
  );
}
