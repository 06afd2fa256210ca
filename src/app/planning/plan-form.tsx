/** The form of a plan: who, how, how long, within which days and hours. */
import type { ReactNode } from 'react';
import { useFieldStyles } from '../../ui/booking/field-grid.ts';
import { PeopleField } from '../../ui/booking/people-field.tsx';
import { PlanFields } from '../../ui/planning/plan-fields.tsx';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { MOST_WEEKS, type PlanWish, type WishProblem } from './plan-wish.ts';
import { type PeopleFieldsInput, usePeopleFields } from './use-people-fields.ts';

const DAYS: readonly WishProblem[] = ['incomplete', 'datesReversed', 'datesPast', 'tooManyDays'];
const HOURS: readonly WishProblem[] = ['hoursShort'];

export interface PlanFormProps extends PeopleFieldsInput {
  readonly zoneIsGuessed: boolean;
  readonly onFind: (wish: PlanWish) => void;
}

export function PlanForm(props: PlanFormProps): ReactNode {
  const fields = useFieldStyles();
  const { t } = useWords();
  const { wish, problems, zoneIsGuessed, onChange, onFind } = props;
  const { required, optional, settle } = usePeopleFields(props);
  const problemAt = (field: readonly WishProblem[]): string | undefined => {
    const found = field.find((problem) => problems.includes(problem));
    return found === undefined ? undefined : t(`planning.problem.${found}`);
  };
  const find = (): void => {
    const settled = settle();
    if (settled !== undefined) onFind(settled);
  };
  return (
    <form className={fields.form} noValidate onSubmit={(event) => event.preventDefault()}>
      <PeopleField {...required} />
      <PeopleField
        {...optional}
        label={t('planning.optional')}
        hint={t('planning.optionalHint')}
        listLabel={t('planning.optionalList')}
      />
      <PlanFields
        values={wish}
        mostWeeks={MOST_WEEKS}
        daysProblem={problemAt(DAYS)}
        hoursProblem={problemAt(HOURS)}
        zoneIsGuessed={zoneIsGuessed}
        onChange={onChange}
      />
      <ActionButton appearance="primary" disabled={problems.length > 0} onPress={find}>
        {t('planning.find')}
      </ActionButton>
    </form>
  );
}
