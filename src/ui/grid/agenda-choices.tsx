/** Which of my calendars and which kinds of flags are shown, and where that is kept. */
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { AGENDA_FLAGS } from '../../domain/agenda/agenda-day.ts';
import type { OwnCalendar } from '../../domain/agenda/agenda-sources.ts';
import type { AgendaChoices } from '../../domain/agenda/apply-choices.ts';
import { CalendarSwatch } from '../agenda/calendar-swatch.tsx';
import { useWords } from '../words/words-provider.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  group: { display: 'flex', flexWrap: 'wrap', margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  hint: { color: tokens.colorNeutralForeground2 },
});

export interface AgendaChoicesProps {
  readonly calendars: readonly OwnCalendar[];
  readonly choices: AgendaChoices;
  /** The mailbox does not take it. */
  readonly isPageOnly: boolean;
  readonly onChange: (change: (choices: AgendaChoices) => AgendaChoices) => void;
}

/** Said as it is to be, not as the opposite of what it was: another page may have changed it meanwhile. */
const withHidden = <T,>(list: readonly T[], one: T, isHidden: boolean): readonly T[] => {
  const others = list.filter((other) => other !== one);
  return isHidden ? [...others, one] : others;
};

export function AgendaChoicesCard({ calendars, choices, isPageOnly, onChange }: AgendaChoicesProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const { hiddenCalendars, hiddenFlags } = choices;
  return (
    <section className={styles.root} aria-label={t('view.choices')}>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('grid.calendars')}</legend>
        {calendars.map(({ id, name, hexColor, color }) => (
          <Checkbox
            key={id}
            checked={!hiddenCalendars.includes(id)}
            onChange={(_, { checked }) =>
              onChange((before) => ({
                ...before,
                hiddenCalendars: withHidden(before.hiddenCalendars, id, checked !== true),
              }))
            }
            label={
              <>
                <CalendarSwatch hexColor={hexColor} color={color} />
                <bdi>{name}</bdi>
              </>
            }
          />
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('grid.flags')}</legend>
        {AGENDA_FLAGS.map((flag) => (
          <Checkbox
            key={flag}
            checked={!hiddenFlags.includes(flag)}
            onChange={(_, { checked }) =>
              onChange((before) => ({ ...before, hiddenFlags: withHidden(before.hiddenFlags, flag, checked !== true) }))
            }
            label={t(`grid.flag.${flag}`)}
          />
        ))}
      </fieldset>
      <span className={styles.hint}>{t(isPageOnly ? 'grid.keptHere' : 'grid.kept')}</span>
    </section>
  );
}
