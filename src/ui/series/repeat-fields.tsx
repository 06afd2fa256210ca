/** Whether a meeting repeats: how often, on which days, until when. */
import { Field, Input, Select, ToggleButton, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useFieldStyles } from '../booking/field-grid.ts';
import { useWords } from '../words/words-provider.tsx';

export type RepeatEvery = 'never' | 'day' | 'week' | 'month';

/** What stands in the fields; numbers and dates as typed. */
export interface RepeatValues {
  readonly every: RepeatEvery;
  readonly interval: string;
  /** 1 Monday … 7 Sunday. */
  readonly days: readonly number[];
  readonly endKind: 'until' | 'times';
  readonly until: string;
  readonly times: string;
}

export interface RepeatFieldsProps {
  readonly values: RepeatValues;
  readonly problem?: string | undefined;
  /** Something true of the dates that nobody would guess. */
  readonly hint?: string | undefined;
  readonly onChange: (change: Partial<RepeatValues>) => void;
}

const EVERY = ['never', 'day', 'week', 'month'] as const;
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** A Monday, to name the days of the week by. */
const MONDAY = '2024-01-01';

const useStyles = makeStyles({
  days: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  day: {
    minWidth: '48px',
    minHeight: '32px',
    '@media (max-width: 639.98px)': { minWidth: '44px', minHeight: '44px', flexGrow: 1 },
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
  select: {
    width: '100%',
    '> select': { width: '100%' },
    '@media (max-width: 639.98px)': { '> select': { minHeight: '44px' } },
  },
  problem: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
});

function DayButtons({ days, onDays }: { days: readonly number[]; onDays: (days: readonly number[]) => void }) {
  const styles = useStyles();
  const words = useWords();
  const monday = Temporal.PlainDate.from(MONDAY);
  return (
    <div className={styles.days} role="group" aria-label={words.t('series.days')}>
      {DAYS.map((day) => {
        const date = monday.add({ days: day - 1 });
        const isOn = days.includes(day);
        return (
          <ToggleButton
            key={day}
            className={styles.day}
            size="small"
            checked={isOn}
            onClick={() => onDays(isOn ? days.filter((one) => one !== day) : [...days, day])}
          >
            {words.day(date, 'weekday')}
          </ToggleButton>
        );
      })}
    </div>
  );
}

function EndFields({ values, onChange }: Pick<RepeatFieldsProps, 'values' | 'onChange'>): ReactNode {
  const fields = useFieldStyles();
  const styles = useStyles();
  const { t } = useWords();
  return (
    <div className={fields.pair}>
      <Field label={t('series.ends')}>
        <Select
          className={styles.select}
          value={values.endKind}
          onChange={(_, data) => onChange({ endKind: data.value === 'times' ? 'times' : 'until' })}
        >
          <option value="until">{t('series.end.until')}</option>
          <option value="times">{t('series.end.times')}</option>
        </Select>
      </Field>
      {values.endKind === 'until' ? (
        <Field label={t('series.untilDate')}>
          <Input
            type="date"
            className={fields.input}
            value={values.until}
            onChange={(_, data) => onChange({ until: data.value })}
          />
        </Field>
      ) : (
        <Field label={t('series.times')}>
          <Input
            inputMode="numeric"
            className={fields.input}
            value={values.times}
            onChange={(_, data) => onChange({ times: data.value })}
          />
        </Field>
      )}
    </div>
  );
}

export function RepeatFields({ values, problem, hint, onChange }: RepeatFieldsProps): ReactNode {
  const fields = useFieldStyles();
  const styles = useStyles();
  const { t } = useWords();
  const { every } = values;
  return (
    <div className={fields.group}>
      <div className={mergeClasses(every !== 'never' && fields.pair)}>
        <Field label={t('series.repeats')}>
          <Select
            className={styles.select}
            value={every}
            onChange={(_, { value }) => onChange({ every: EVERY.find((one) => one === value) ?? 'never' })}
          >
            {EVERY.map((one) => (
              <option key={one} value={one}>
                {t(`series.every.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        {every !== 'never' && (
          <Field label={t(`series.interval.${every}`)}>
            <Input
              inputMode="numeric"
              className={fields.input}
              value={values.interval}
              onChange={(_, data) => onChange({ interval: data.value })}
            />
          </Field>
        )}
      </div>
      {every === 'week' && <DayButtons days={values.days} onDays={(days) => onChange({ days })} />}
      {every !== 'never' && <EndFields values={values} onChange={onChange} />}
      {every !== 'never' && hint !== undefined && <span className={fields.hint}>{hint}</span>}
      {problem !== undefined && (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
