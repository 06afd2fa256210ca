/** What a day stands on: its shifts, the night shift that still runs into it, or the word that none is known. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { QuestionCircleRegular, WeatherMoonRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { AgendaDay } from '../../domain/agenda/agenda-day.ts';
import { useWords } from '../words/words-provider.tsx';
import { ShiftBand } from './shift-band.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  note: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
  },
  icon: { display: 'inline-flex', fontSize: '20px', flexShrink: 0 },
  place: { height: '32px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3 },
});

export interface DayGroundProps {
  readonly day: AgendaDay;
  /** Another source of shifts is still being asked: its place is kept. */
  readonly isPending: boolean;
}

export function DayGround({ day, isPending }: DayGroundProps): ReactNode {
  const words = useWords();
  const styles = useStyles();
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
