/** The colour of a calendar: what the person picked, or the one of Outlook's ten that it has; never without its name near. */
import type { ReactNode } from 'react';
import type { OwnCalendar } from '../../domain/agenda/agenda-sources.ts';
import styles from './calendar-swatch.module.css';

export function CalendarSwatch({ hexColor, color }: Pick<OwnCalendar, 'hexColor' | 'color'>): ReactNode {
  return (
    <span
      className={styles.swatch}
      data-color={color}
      style={hexColor === '' ? undefined : { backgroundColor: hexColor }}
    />
  );
}
