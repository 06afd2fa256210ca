/** What did not make it, folded: who stands in the way how often, and each day's times with their reasons. */
import type { ReactNode } from 'react';
import type { Obstacle } from '../../domain/planning/judge-time.ts';
import type { RefusalGroup } from '../../domain/planning/group-refusals.ts';
import type { PlanPerson } from '../../domain/planning/plan-request.ts';
import { Unfold } from '../shared/unfold.tsx';
import { Message } from '../words/message.tsx';
import { useWords } from '../words/words-provider.tsx';
import { usePlanningStyles } from './planning-styles.ts';

/** Starts from the first to the last, all refused for the same reasons. */
export interface RefusedStarts {
  readonly first: Temporal.Instant;
  readonly last: Temporal.Instant;
  readonly obstacles: readonly Obstacle[];
}

export interface RefusedTimesProps {
  readonly people: readonly PlanPerson[];
  /** How many times there are, and how many of them were refused. */
  readonly looked: number;
  readonly refused: number;
  readonly groups: readonly RefusalGroup[];
  readonly stretches: readonly RefusedStarts[];
}

function WhyWords(props: { readonly kind: Obstacle['kind']; readonly person: PlanPerson | undefined }): ReactNode {
  const { t } = useWords();
  const { kind, person } = props;
  if (person === undefined) return t(`planning.why.${kind}`);
  return <Message id="planning.whyOf" values={{ why: t(`planning.why.${kind}`) }} names={{ person: person.name }} />;
}

function groupByDay(stretches: readonly RefusedStarts[], dayOf: (at: Temporal.Instant) => Temporal.PlainDate) {
  const days = new Map<string, RefusedStarts[]>();
  for (const one of stretches) {
    const day = dayOf(one.first).toString();
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return [...days];
}

/** So many reasons of one time; the first are enough to see that it won't do. */
const MOST_REASONS = 4;

function Starts({ starts, people }: { readonly starts: RefusedStarts } & Pick<RefusedTimesProps, 'people'>): ReactNode {
  const styles = usePlanningStyles();
  const words = useWords();
  const { first, last, obstacles } = starts;
  const rest = obstacles.length - MOST_REASONS;
  return (
    <li className={styles.quiet}>
      {first.equals(last) ? words.time(first) : words.timeRange(first, last)}
      {': '}
      {obstacles.slice(0, MOST_REASONS).map((obstacle, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          <WhyWords kind={obstacle.kind} person={'person' in obstacle ? people[obstacle.person] : undefined} />
        </span>
      ))}
      {rest > 0 && ` · ${words.t('planning.others', { count: words.number(rest) })}`}
    </li>
  );
}

export function RefusedTimes({ people, looked, refused, groups, stretches }: RefusedTimesProps): ReactNode {
  const styles = usePlanningStyles();
  const words = useWords();
  if (refused === 0) return null;
  return (
    <Unfold label={words.t('planning.refused', { count: words.number(refused), all: words.number(looked) })}>
      <div className={styles.column}>
        <ul className={styles.list}>
          {groups.map(({ kind, person, count }) => (
            <li key={`${kind} ${person ?? ''}`} className={styles.quiet}>
              <WhyWords kind={kind} person={person === undefined ? undefined : people[person]} />
              {` · ${words.t('planning.timesOf', { count: words.number(count), all: words.number(looked) })}`}
            </li>
          ))}
        </ul>
        <span className={styles.quiet}>{words.t('planning.refusedStarts')}</span>
        {groupByDay(stretches, words.dateOf).map(([day, starts]) => (
          <div key={day}>
            <h5 className={styles.dayHeading}>{words.day(Temporal.PlainDate.from(day), 'full')}</h5>
            <ul className={styles.list}>
              {starts.map((one) => (
                <Starts key={one.first.toString()} starts={one} people={people} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Unfold>
  );
}
