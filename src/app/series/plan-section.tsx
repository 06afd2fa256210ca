/** The plan of a series in words: which dates are open or differ, what becomes of each, and the way on. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { DateChoice } from '../../domain/series/series-wish.ts';
import { DateChoices } from '../../ui/series/date-choices.tsx';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { Unfold } from '../../ui/shared/unfold.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { type PlannedDate, type SeriesPlan, toDateOptions } from './series-plan.ts';
import type { SeriesRoom } from './use-series-rooms.ts';

export interface PlanSectionProps {
  readonly plan: SeriesPlan;
  readonly rooms: readonly SeriesRoom[];
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly isTooMuch: boolean;
  readonly canReview: boolean;
  readonly onDecide: (changes: readonly (readonly [Temporal.PlainDate, DateChoice])[]) => void;
  readonly onReview: () => void;
}

const SKIP: DateChoice = { kind: 'skip' };

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

function PlanWords({ plan, isTooMuch, onDecide }: PlanSectionProps): ReactNode {
  const { t } = useWords();
  const open = plan.dates.filter(({ choice }) => choice === undefined);
  const others = plan.dates.filter(({ choice }) => choice !== undefined && choice.kind !== 'usual').length;
  if (plan.main === undefined) return <Notice intent="warning">{t('series.plan.noMain')}</Notice>;
  if (isTooMuch) return <Notice intent="warning">{t('series.plan.tooManyChanges')}</Notice>;
  if (open.length === 0) return <span role="status">{t('series.plan.ready', { count: others })}</span>;
  const skipAll = (
    <ActionButton onPress={() => onDecide(open.map(({ date }) => [date, SKIP]))}>
      {t('series.plan.skipAll')}
    </ActionButton>
  );
  return (
    <Notice intent="warning" actions={skipAll}>
      {t('series.plan.open', { count: open.length })}
    </Notice>
  );
}

export function PlanSection(props: PlanSectionProps): ReactNode {
  const { plan, rooms, zone, now, canReview, onDecide, onReview } = props;
  const styles = useStyles();
  const { t } = useWords();
  const heading = useId();
  const { main } = plan;
  const isUsual = ({ choice }: PlannedDate): boolean => choice?.kind === 'usual';
  const usual = plan.dates.filter(isUsual);
  const choices = (dates: readonly PlannedDate[]): ReactNode =>
    main !== undefined && (
      <DateChoices
        dates={dates.map((one) => toDateOptions(one, { main, rooms, zone, now }))}
        onChoose={(date, choice) => onDecide([[date, choice]])}
      />
    );
  return (
    <section className={styles.root} aria-labelledby={heading}>
      <h3 id={heading} className={styles.title}>
        {t('series.plan.title')}
      </h3>
      <PlanWords {...props} />
      {choices(plan.dates.filter((one) => !isUsual(one)))}
      {usual.length > 0 && <Unfold label={t('series.plan.usual', { count: usual.length })}>{choices(usual)}</Unfold>}
      <div>
        <ActionButton appearance="primary" disabled={!canReview} onPress={onReview}>
          {t('series.review')}
        </ActionButton>
      </div>
    </section>
  );
}
