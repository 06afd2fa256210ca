/** What a day stands on: its shifts, the night shift that still runs into it, or the word that none is known. */
import { QuestionCircleRegular, WeatherMoonRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { AgendaDay } from '../../domain/agenda/agenda-day.ts';
import { useWords } from '../words/words-provider.tsx';
import { ShiftBand } from './shift-band.tsx';
import styles from './day-ground.module.css';

export interface DayGroundProps {
  readonly day: AgendaDay;
  /** Another source of shifts is still being asked: its place is kept. */
  readonly isPending: boolean;
}

export function DayGround({ day, isPending }: DayGroundProps): ReactNode {
  const words = useWords();
  return (
    <div className={styles.root}>
      {day.carriedOver.map((shift) => (
        <div key={shift.id} className={styles.note}>
          <span className={styles.icon}>
            <WeatherMoonRegular aria-hidden />
          </span>
          {words.t('shift.carriedOver', {
            day: words.day(words.dateOf(shift.start), 'short'),
            time: words.time(shift.end),
          })}
        </div>
      ))}
      {day.shifts.map((shift) => (
        <ShiftBand key={shift.id} shift={shift} />
      ))}
      {day.shifts.length === 0 && isPending && <div className={styles.place} data-testid="shift-place" />}
      {day.shifts.length === 0 && !isPending && (
        <div className={styles.note}>
          <span className={styles.icon}>
            <QuestionCircleRegular aria-hidden />
          </span>
          {words.t('shift.none')}
        </div>
      )}
    </div>
  );
}
