/** What is chosen before times are looked for: how people meet, how long, within which days and hours, how often. */
import { Checkbox, Field, Input, mergeClasses, Select, ToggleButton } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PlanMode } from '../../domain/planning/plan-request.ts';
import { useFieldStyles } from '../booking/field-grid.ts';
import { LENGTHS_MINUTES } from '../booking/when-fields.tsx';
import { useWords } from '../words/words-provider.tsx';
import { usePlanningStyles } from './planning-styles.ts';

const MODES: readonly PlanMode[] = ['inPerson', 'hybrid', 'online'];

export interface PlanValues {
  readonly lengthMinutes: number;
  readonly firstDate: string;
  readonly lastDate: string;
  readonly opens: string;
  readonly closes: string;
  readonly weeks: number;
  readonly mode: PlanMode;
  readonly allowsOutside: boolean;
}

export interface PlanFieldsProps {
  readonly values: PlanValues;
  readonly mostWeeks: number;
  readonly daysProblem?: string | undefined;
  readonly hoursProblem?: string | undefined;
  readonly zoneIsGuessed: boolean;
  readonly onChange: (change: Partial<PlanValues>) => void;
}

function ModeField({ values, onChange }: PlanFieldsProps): ReactNode {
  const fields = useFieldStyles();
  const styles = usePlanningStyles();
  const { t } = useWords();
  return (
    <div className={fields.group}>
      <span className={fields.legend} id="plan-mode">
        {t('planning.mode')}
      </span>
      <div className={styles.choices} role="group" aria-labelledby="plan-mode">
        {MODES.map((mode) => (
          <ToggleButton
            key={mode}
            className={styles.choice}
            size="small"
            checked={values.mode === mode}
            onClick={() => onChange({ mode })}
          >
            {t(`planning.mode.${mode}`)}
          </ToggleButton>
        ))}
      </div>
      <span className={fields.hint}>{t(`planning.modeHint.${values.mode}`)}</span>
    </div>
  );
}

function LengthField({ values, onChange }: PlanFieldsProps): ReactNode {
  const fields = useFieldStyles();
  const styles = usePlanningStyles();
  const { t, number } = useWords();
  return (
    <div className={fields.group}>
      <span className={fields.legend} id="plan-length">
        {t('booking.length')}
      </span>
      <div className={styles.choices} role="group" aria-labelledby="plan-length">
        {LENGTHS_MINUTES.map((minutes) => (
          <ToggleButton
            key={minutes}
            className={styles.choice}
            size="small"
            checked={values.lengthMinutes === minutes}
            onClick={() => onChange({ lengthMinutes: minutes })}
          >
            {t('booking.lengthMinutes', { minutes: number(minutes) })}
          </ToggleButton>
        ))}
      </div>
    </div>
  );
}

const toProblem = (problem: string | undefined) =>
  problem === undefined ? {} : ({ validationState: 'error', validationMessage: problem } as const);

function WindowFields({ values, onChange, daysProblem, hoursProblem, zoneIsGuessed }: PlanFieldsProps): ReactNode {
  const fields = useFieldStyles();
  const pair = mergeClasses(fields.pair, fields.even);
  const { t, zoneName } = useWords();
  const input = (kind: 'firstDate' | 'lastDate' | 'opens' | 'closes', problem?: string): ReactNode => (
    <Field label={t(`planning.${kind}`)} {...toProblem(problem)}>
      <Input
        className={fields.input}
        type={kind === 'opens' || kind === 'closes' ? 'time' : 'date'}
        value={values[kind]}
        onChange={(_, data) => onChange({ [kind]: data.value })}
      />
    </Field>
  );
  return (
    <fieldset className={fields.group}>
      <legend className={fields.legend}>{t('planning.window')}</legend>
      <div className={pair}>
        {input('firstDate', daysProblem)}
        {input('lastDate')}
      </div>
      <div className={pair}>
        {input('opens', hoursProblem)}
        {input('closes')}
      </div>
      <span className={fields.hint}>
        {t(zoneIsGuessed ? 'booking.zoneGuessed' : 'booking.zone', { zone: zoneName() })}
      </span>
    </fieldset>
  );
}

export function PlanFields(props: PlanFieldsProps): ReactNode {
  const fields = useFieldStyles();
  const { t } = useWords();
  const { values, mostWeeks, onChange } = props;
  const weeks = Array.from({ length: mostWeeks }, (_, index) => index + 1);
  return (
    <>
      <ModeField {...props} />
      <LengthField {...props} />
      <WindowFields {...props} />
      <Field label={t('planning.weeks')} hint={t('planning.weeksHint')}>
        <Select
          className={fields.input}
          value={String(values.weeks)}
          onChange={(_, data) => onChange({ weeks: Number(data.value) })}
        >
          {weeks.map((count) => (
            <option key={count} value={count}>
              {t('planning.weeksOf', { count })}
            </option>
          ))}
        </Select>
      </Field>
      <Field hint={t('planning.outsideHint')}>
        <Checkbox
          label={t('planning.outside')}
          checked={values.allowsOutside}
          onChange={(_, data) => onChange({ allowsOutside: data.checked === true })}
        />
      </Field>
    </>
  );
}
