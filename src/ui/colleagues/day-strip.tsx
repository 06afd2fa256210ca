/** Today and the days to come, one of them chosen. Past days are not there. */
import { ToggleButton } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { useColleaguesStyles } from './colleagues-styles.ts';

export interface DayStripProps {
  readonly days: readonly Temporal.PlainDate[];
  readonly chosen: Temporal.PlainDate;
  readonly onChoose: (day: Temporal.PlainDate) => void;
}

export function DayStrip({ days, chosen, onChoose }: DayStripProps): ReactNode {
  const styles = useColleaguesStyles();
  const { t, day: say, nearDay, locale } = useWords();
  const [today] = days;
  const toLabel = (day: Temporal.PlainDate): string => {
    const near = today && nearDay(day, today);
    return near === undefined ? say(day, 'short') : near.charAt(0).toLocaleUpperCase(locale.formats) + near.slice(1);
  };
  return (
    <div className={styles.strip} role="group" aria-label={t('who.days')}>
      {days.map((day) => (
        <ToggleButton
          key={day.toString()}
          className={styles.day}
          size="small"
          checked={day.equals(chosen)}
          onClick={() => onChoose(day)}
        >
          {toLabel(day)}
        </ToggleButton>
      ))}
    </div>
  );
}
