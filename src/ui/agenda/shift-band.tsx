/** The ground of a day: one shift with its place, times, name and source. */
import { WeatherMoonRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Shift } from '../../domain/shifts/shift.ts';
import { useWords } from '../words/words-provider.tsx';
import { PLACE_ICONS, PLACE_WORDS } from './place-look.ts';
import { joinClasses } from '../shared/join-classes.ts';
import styles from './shift-band.module.css';

/** A shift whose end lies on another day than its start, by the clock of the mailbox. */
function useShiftTimes(shift: Shift): { readonly text: string; readonly isNight: boolean } {
  const words = useWords();
  const startDate = words.dateOf(shift.start);
  // an end at midnight still belongs to the day before
  const lastDate = words.dateOf(shift.end.subtract({ nanoseconds: 1 }));
  const range = words.timeRange(shift.start, shift.end);
  if (startDate.equals(lastDate)) return { text: range, isNight: false };
  return { text: `${range} (${words.t('shift.until', { day: words.day(lastDate, 'short') })})`, isNight: true };
}

function isWholeDayOff(shift: Shift): boolean {
  return shift.place.kind === 'off';
}

export function ShiftBand(props: { readonly shift: Shift }): ReactNode {
  const { shift } = props;
  const words = useWords();
  const times = useShiftTimes(shift);
  const { kind } = shift.place;
  const building = shift.place.kind === 'office' ? shift.place.building : undefined;
  const isNight = times.isNight && !isWholeDayOff(shift);
  const Icon = PLACE_ICONS[kind];
  return (
    <div className={joinClasses(styles.root, styles[kind])} data-place={kind}>
      <span className={styles.place}>
        <span className={styles.icon}>
          <Icon aria-hidden />
          {isNight && <WeatherMoonRegular aria-hidden />}
        </span>
        <span>
          {isNight && `${words.t('shift.night')} · `}
          {words.t(PLACE_WORDS[kind])}
          {building !== undefined && building !== '' && (
            <>
              {' · '}
              <bdi>{building}</bdi>
            </>
          )}
        </span>
      </span>
      {!isWholeDayOff(shift) && <span className={styles.times}>{times.text}</span>}
      <ShiftDetail shift={shift} />
    </div>
  );
}

function ShiftDetail(props: { readonly shift: Shift }): ReactNode {
  const { label, team, source, activities } = props.shift;
  const words = useWords();
  const origin = words.t(`shift.source.${source}`);
  return (
    <span className={styles.detail}>
      {label === undefined || label === '' ? (
        origin
      ) : (
        <>
          <bdi>{label}</bdi> ({origin}
          {team !== undefined && team !== '' && (
            <>
              {' · '}
              <bdi>{team}</bdi>
            </>
          )}
          )
        </>
      )}
      {activities.map((activity) => (
        <span key={`${activity.start.toString()}${activity.label}`}>
          {' · '}
          <bdi>{activity.label}</bdi> {words.timeRange(activity.start, activity.end)}
        </span>
      ))}
    </span>
  );
}
