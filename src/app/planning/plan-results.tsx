/** The times that were found, best first; what did not make it; and what would help where nothing did. */
import { type ReactNode, useMemo, useState } from 'react';
import { explainTime, toInterval, type Suggestion } from '../../domain/planning/explain-time.ts';
import {
  groupRefusals,
  listRefusedStretches,
  listRelaxations,
  type Relaxation,
} from '../../domain/planning/group-refusals.ts';
import { pickTimes } from '../../domain/planning/pick-times.ts';
import type { Plan } from '../../domain/planning/plan-meeting.ts';
import { NoTimes } from '../../ui/planning/no-times.tsx';
import { usePlanningStyles } from '../../ui/planning/planning-styles.ts';
import { RefusedTimes } from '../../ui/planning/refused-times.tsx';
import { TimeCard } from '../../ui/planning/time-card.tsx';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { FIRST_TIMES, type MadePlan } from './make-plan.ts';
import { PlanNotices, PlanRooms } from './plan-notices.tsx';

export interface PlanResultsProps {
  readonly made: MadePlan;
  readonly onChoose: (suggestion: Suggestion) => void;
  readonly onRelax: (relaxation: Relaxation) => void;
  readonly onAgain: () => void;
}

function Refused({ plan }: { readonly plan: Plan }): ReactNode {
  const { groups, stretches } = useMemo(() => {
    const at = (slot: number): Temporal.Instant => toInterval(slot, plan.grid).start;
    return {
      groups: groupRefusals(plan),
      stretches: listRefusedStretches(plan).map(({ from, to, obstacles }) => {
        return { first: at(from), last: at(to), obstacles };
      }),
    };
  }, [plan]);
  const { request, grid, refused } = plan;
  return (
    <RefusedTimes
      people={request.people}
      looked={grid.times.length}
      refused={refused.length}
      groups={groups}
      stretches={stretches}
    />
  );
}

export function PlanResults({ made, onChoose, onRelax, onAgain }: PlanResultsProps): ReactNode {
  const styles = usePlanningStyles();
  const { t } = useWords();
  const [count, setCount] = useState(FIRST_TIMES);
  const { plan } = made;
  const { suggestions, hasMore } = useMemo(() => {
    const picked = pickTimes(plan, count + 1);
    return {
      suggestions: picked.slice(0, count).map((time) => explainTime(time, plan)),
      hasMore: picked.length > count,
    };
  }, [plan, count]);
  const relaxations = useMemo(() => (suggestions.length > 0 ? [] : listRelaxations(plan)), [plan, suggestions]);
  return (
    <>
      <PlanNotices made={made} />
      {suggestions.length === 0 ? (
        <NoTimes
          looked={plan.grid.times.length}
          people={plan.request.people}
          relaxations={relaxations}
          onRelax={onRelax}
        />
      ) : (
        <ul className={styles.list} aria-label={t('planning.found')}>
          {suggestions.map((suggestion) => (
            <TimeCard key={suggestion.start.toString()} suggestion={suggestion} onChoose={() => onChoose(suggestion)} />
          ))}
        </ul>
      )}
      {hasMore && <ActionButton onPress={() => setCount(count + FIRST_TIMES)}>{t('planning.more')}</ActionButton>}
      <Refused plan={plan} />
      <PlanRooms made={made} onAgain={onAgain} />
    </>
  );
}
