/** The head of one day of the grid: its date, its shifts with their source, and what goes on all day. */
import { mergeClasses } from '@fluentui/react-components';
import { WeatherMoonRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { GridDay } from '../../domain/agenda/lay-out-day.ts';
import type { Shift } from '../../domain/shifts/shift.ts';
import { PLACE_ICONS, PLACE_WORDS } from '../agenda/place-look.ts';
import { useWords } from '../words/words-provider.tsx';
import { useGridStyles } from './grid-styles.ts';

export interface DayHeadProps {
  readonly laid: GridDay;
  readonly id: string;
  readonly isToday: boolean;
  /** Another source of shifts is still being asked. */
  readonly areShiftsPending: boolean;
  readonly children: ReactNode;
}

function ShiftLine({ shift }: { readonly shift: Shift }): ReactNode {
  const styles = useGridStyles();
  const words = useWords();
  const Icon = PLACE_ICONS[shift.place.kind];
  const building = shift.place.kind === 'office' ? (shift.place.building ?? '') : '';
  return (
    <span className={styles.place}>
      <Icon className={styles.icon} aria-hidden />
      <span>
        {words.t(PLACE_WORDS[shift.place.kind])}
        {building !== '' && (
          <>
            {' · '}
            <bdi>{building}</bdi>
          </>
        )}
        {shift.place.kind !== 'off' && ` · ${words.timeRange(shift.start, shift.end)}`}
        {` (${words.t(`shift.source.${shift.source}`)})`}
      </span>
    </span>
  );
}

export function DayHead({ laid, id, isToday, areShiftsPending, children }: DayHeadProps): ReactNode {
  const { day, nightsBefore } = laid;
  const styles = useGridStyles();
  const words = useWords();
  return (
    <div className={styles.head}>
      <h3 id={id} className={mergeClasses(styles.date, isToday && styles.today)}>
        {words.day(day.date, 'short')}
      </h3>
      {nightsBefore.map((shift) => (
        <span key={shift.id} className={styles.place}>
          <WeatherMoonRegular className={styles.icon} aria-hidden />
          {words.t('shift.carriedOver', {
            day: words.day(words.dateOf(shift.start), 'short'),
            time: words.time(shift.end),
          })}
        </span>
      ))}
      {day.shifts.map((shift) => (
        <ShiftLine key={shift.id} shift={shift} />
      ))}
      {day.shifts.length === 0 && areShiftsPending && <span className={styles.pending} data-pending />}
      {day.shifts.length === 0 && !areShiftsPending && <span>{words.t('shift.none')}</span>}
      {children}
    </div>
  );
}
