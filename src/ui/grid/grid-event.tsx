/** One event on the hours of its day; its whole name is read out, however small it is drawn. */
import { mergeClasses } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { AgendaEntry } from '../../domain/agenda/agenda-day.ts';
import type { OwnCalendar } from '../../domain/agenda/agenda-sources.ts';
import type { Shift } from '../../domain/shifts/shift.ts';
import { CalendarSwatch } from '../agenda/calendar-swatch.tsx';
import { toEntryTime } from '../agenda/entry-time.ts';
import { toFlagWords } from '../agenda/flag-words.ts';
import { useWords } from '../words/words-provider.tsx';
import { useGridStyles } from './grid-styles.ts';

export interface GridEventProps {
  readonly entry: AgendaEntry;
  readonly date: Temporal.PlainDate;
  readonly shifts: readonly Shift[];
  /** Its calendar, where there are several. */
  readonly calendar?: OwnCalendar | undefined;
  readonly isChosen: boolean;
  /** The one that can be tabbed to; the arrows do the rest. */
  readonly isTabStop: boolean;
  /** `low`: one line; `middle`: two; `high`: more. */
  readonly size?: 'allDay' | 'low' | 'middle' | 'high';
  /** Beside others in a narrow day: the marks stand above the text. */
  readonly isNarrow?: boolean;
  /** The day has the whole width: a subject needs one line only. */
  readonly isWide?: boolean;
  readonly onChoose: (entry: AgendaEntry) => void;
}

export function GridEvent(props: GridEventProps): ReactNode {
  const { entry, date, calendar, size = 'low', isNarrow = false, isWide = false } = props;
  const { event } = entry;
  const words = useWords();
  const styles = useGridStyles();
  const subject = event.subject.trim() === '' ? words.t('event.noSubject') : event.subject;
  const time = toEntryTime(entry, date, words).text;
  const isOneLine = size === 'low' || size === 'allDay';
  const [flag] = entry.flags;
  const parts = [
    // as it stands there to be read
    `${subject} ${time}`,
    ...(event.isCancelled ? [words.t('event.cancelled')] : []),
    ...(flag === undefined ? [] : [toFlagWords(flag, entry, props.shifts, words)]),
    ...(calendar === undefined ? [] : [calendar.name]),
  ];
  return (
    <button
      type="button"
      className={mergeClasses(
        styles.event,
        size === 'allDay' && styles.allDay,
        isOneLine && styles.low,
        isNarrow && !isOneLine && styles.narrow,
        props.isChosen && styles.chosen,
      )}
      aria-label={words.list(parts)}
      aria-pressed={props.isChosen}
      title={`${subject}\n${time}`}
      tabIndex={props.isTabStop ? 0 : -1}
      data-grid-event={entry.key}
      onClick={() => props.onChoose(entry)}
    >
      {(calendar !== undefined || flag !== undefined) && (
        <span className={styles.marks}>
          {calendar !== undefined && <CalendarSwatch {...calendar} />}
          {flag !== undefined && <WarningRegular className={styles.flag} aria-hidden />}
        </span>
      )}
      <span className={styles.text}>
        <span
          dir="auto"
          className={mergeClasses(
            styles.subject,
            isOneLine || isWide ? styles.oneLine : styles.twoLines,
            event.isCancelled && styles.cancelled,
          )}
        >
          {subject}
        </span>{' '}
        {(size === 'high' || (size === 'middle' && isWide)) && <span className={styles.when}>{time}</span>}
      </span>
    </button>
  );
}
