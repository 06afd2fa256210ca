/** When the meeting is: two dates, two times, and lengths to choose with one tap. */
import { Field, Input, ToggleButton, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { useFieldStyles } from './field-grid.ts';

export const LENGTHS_MINUTES = [15, 30, 60, 90] as const;

export interface WhenValues {
  readonly startDate: string;
  readonly startTime: string;
  readonly endDate: string;
  readonly endTime: string;
}

export interface WhenFieldsProps {
  readonly values: WhenValues;
  /** Said at the start or at the end; absent where all is well. */
  readonly startProblem?: string | undefined;
  readonly endProblem?: string | undefined;
  readonly lengthMinutes: number | undefined;
  readonly zoneIsGuessed: boolean;
  readonly onStart: (change: Partial<Pick<WhenValues, 'startDate' | 'startTime'>>) => void;
  readonly onEnd: (change: Partial<Pick<WhenValues, 'endDate' | 'endTime'>>) => void;
  readonly onLength: (minutes: number) => void;
}

const useStyles = makeStyles({
  lengths: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  length: {
    minWidth: '64px',
    minHeight: '32px',
    '@media (max-width: 639.98px)': { minHeight: '44px', flexGrow: 1 },
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
  digits: { fontVariantNumeric: 'tabular-nums' },
});

function MomentFields(props: {
  readonly kind: 'start' | 'end';
  readonly date: string;
  readonly time: string;
  readonly problem: string | undefined;
  readonly onDate: (value: string) => void;
  readonly onTime: (value: string) => void;
}): ReactNode {
  const fields = useFieldStyles();
  const styles = useStyles();
  const { t } = useWords();
  const { kind, problem } = props;
  const input = mergeClasses(fields.input, styles.digits);
  const state = problem === undefined ? 'none' : 'error';
  return (
    <div className={fields.pair}>
      <Field
        label={t(`booking.${kind}Date`)}
        validationState={state}
        {...(problem === undefined ? {} : { validationMessage: problem })}
      >
        <Input type="date" className={input} value={props.date} onChange={(_, data) => props.onDate(data.value)} />
      </Field>
      <Field label={t(`booking.${kind}Time`)} validationState={state} validationMessageIcon={null}>
        <Input type="time" className={input} value={props.time} onChange={(_, data) => props.onTime(data.value)} />
      </Field>
    </div>
  );
}

export function WhenFields(props: WhenFieldsProps): ReactNode {
  const fields = useFieldStyles();
  const styles = useStyles();
  const { t, number, zoneName } = useWords();
  const { values, onStart, onEnd } = props;
  return (
    <fieldset className={fields.group}>
      <legend className={fields.legend}>{t('booking.when')}</legend>
      <MomentFields
        kind="start"
        date={values.startDate}
        time={values.startTime}
        problem={props.startProblem}
        onDate={(startDate) => onStart({ startDate })}
        onTime={(startTime) => onStart({ startTime })}
      />
      <MomentFields
        kind="end"
        date={values.endDate}
        time={values.endTime}
        problem={props.endProblem}
        onDate={(endDate) => onEnd({ endDate })}
        onTime={(endTime) => onEnd({ endTime })}
      />
      <div className={styles.lengths} role="group" aria-label={t('booking.length')}>
        {LENGTHS_MINUTES.map((minutes) => (
          <ToggleButton
            key={minutes}
            className={styles.length}
            size="small"
            checked={props.lengthMinutes === minutes}
            onClick={() => props.onLength(minutes)}
          >
            {t('booking.lengthMinutes', { minutes: number(minutes) })}
          </ToggleButton>
        ))}
      </div>
      <span className={fields.hint}>
        {t(props.zoneIsGuessed ? 'booking.zoneGuessed' : 'booking.zone', { zone: zoneName() })}
      </span>
    </fieldset>
  );
}
