/** Plan a meeting: from people, length and window to the best times with their rooms, each with its reasons. */
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Suggestion } from '../../domain/planning/explain-time.ts';
import type { Relaxation } from '../../domain/planning/group-refusals.ts';
import { usePlanningStyles } from '../../ui/planning/planning-styles.ts';
import { TimePlaceholder } from '../../ui/planning/time-card.tsx';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { FailureLine } from '../../ui/shared/failure-line.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { ScreenHead } from '../../ui/shared/screen-head.tsx';
import { useWords, WordsProvider } from '../../ui/words/words-provider.tsx';
import type { PlanScreenProps } from '../screens.ts';
import { FIRST_TIMES } from './make-plan.ts';
import { OnlineStep } from './online-step.tsx';
import { PlanForm } from './plan-form.tsx';
import { PlanResults } from './plan-results.tsx';
import { checkWish, createWish, type PlanWish } from './plan-wish.ts';
import { type PlannedMeeting, toPlannedMeeting } from './planned-meeting.ts';
import { usePlan } from './use-plan.ts';

/** The same wish with one thing given up. */
function relax(wish: PlanWish, relaxation: Relaxation, names: readonly string[]): PlanWish {
  switch (relaxation.kind) {
    case 'makeOptional': {
      const address = names[relaxation.person];
      const people = wish.people.map((person) =>
        person.address === address ? { ...person, kind: 'optional' as const } : person,
      );
      return { ...wish, people };
    }
    case 'allowOutside':
      return { ...wish, allowsOutside: true };
    case 'goHybrid':
      return { ...wish, mode: 'hybrid' };
    case 'goOnline':
      return { ...wish, mode: 'online' };
  }
}

function useWish({ services, context, people = [], soFar }: PlanScreenProps) {
  const { zone } = context.mailbox;
  const [wish, setWish] = useState<PlanWish>(() => soFar?.wish ?? { ...createWish(services.now(), zone), people });
  const onChange = (change: Partial<PlanWish>): void => setWish((before) => ({ ...before, ...change }));
  return { wish, replace: setWish, onChange, problems: checkWish(wish, services.now(), zone) };
}

function Found(props: {
  readonly plan: ReturnType<typeof usePlan>;
  readonly wish: PlanWish;
  readonly onFind: (wish: PlanWish) => void;
  readonly onChoose: (suggestion: Suggestion, mode: PlanWish['mode']) => void;
}): ReactNode {
  const styles = usePlanningStyles();
  const { t } = useWords();
  const { plan, wish, onFind, onChoose } = props;
  const { state } = plan;
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { phase } = state;
  useEffect(() => {
    if (phase === 'ready' || phase === 'failed') heading.current?.focus();
  }, [phase]);
  if (state.phase === 'idle') return null;
  return (
    <section className={styles.column} aria-labelledby={titleId} aria-busy={phase === 'looking'}>
      <h3 className={styles.heading} id={titleId} ref={heading} tabIndex={-1}>
        {t('planning.found')}
      </h3>
      {state.phase === 'looking' && (
        <>
          <span role="status" className={styles.quiet}>
            {t('planning.looking')}
          </span>
          <ul className={styles.list}>
            {Array.from({ length: FIRST_TIMES / 2 }, (_, index) => (
              <TimePlaceholder key={index} />
            ))}
          </ul>
        </>
      )}
      {state.phase === 'failed' && (
        <Notice
          intent="error"
          title={t('planning.failed')}
          actions={<ActionButton onPress={() => onFind(wish)}>{t('action.retry')}</ActionButton>}
        >
          <FailureLine failure={state.failure} />
        </Notice>
      )}
      {state.phase === 'ready' && (
        <>
          {state.wish !== wish && <Notice intent="info">{t('planning.changed')}</Notice>}
          <PlanResults
            made={state.made}
            onChoose={(suggestion) => onChoose(suggestion, state.wish.mode)}
            onRelax={(relaxation) => {
              const addresses = state.made.plan.request.people.map(({ address }) => address);
              onFind(relax(state.wish, relaxation, addresses));
            }}
            onAgain={() => onFind(wish)}
          />
        </>
      )}
    </section>
  );
}

function PlanContent(props: PlanScreenProps): ReactNode {
  const { services, session, context, soFar, onDone, onBook } = props;
  const styles = usePlanningStyles();
  const { t } = useWords();
  const ownName = t('planning.me');
  const sources = useMemo(() => ({ services, session, context, ownName }), [services, session, context, ownName]);
  const plan = usePlan(sources, soFar?.found);
  const { wish, replace, onChange, problems } = useWish(props);
  const [online, setOnline] = useState<PlannedMeeting>();
  const title = useRef<HTMLHeadingElement>(null);
  // whoever comes back stands before the times
  const isBack = soFar !== undefined;
  useEffect(() => {
    if (!isBack) title.current?.focus();
  }, [isBack]);
  const find = (next: PlanWish): void => {
    replace(next);
    plan.find(next);
  };
  const choose = (suggestion: Suggestion, mode: PlanWish['mode']): void => {
    const planned = toPlannedMeeting(suggestion, mode);
    // hybrid with nobody on site needs no room either
    if (!suggestion.needsRoom) setOnline(planned);
    else onBook(planned, { wish, found: plan.state });
  };
  return (
    <div className={styles.column}>
      <ScreenHead title={t('planning.title')} back={t('booking.back')} titleRef={title} onBack={() => onDone(false)} />
      {online === undefined ? (
        <>
          <PlanForm
            services={services}
            session={session}
            wish={wish}
            problems={problems}
            zoneIsGuessed={context.zoneIsGuessed}
            ownAddress={context.ownAddress}
            onChange={onChange}
            onFind={find}
          />
          <Found plan={plan} wish={wish} onFind={find} onChoose={choose} />
        </>
      ) : (
        <OnlineStep
          services={services}
          context={context}
          planned={online}
          onBack={() => setOnline(undefined)}
          onDone={onDone}
        />
      )}
    </div>
  );
}

/** Times are said in the mailbox's zone and hour format, whatever the device's are. */
export function PlanScreen(props: PlanScreenProps): ReactNode {
  const words = useWords();
  const { zone, hourCycle } = props.context.mailbox;
  const inMailboxZone = useMemo(() => words.withClock({ zone, hourCycle }), [words, zone, hourCycle]);
  return (
    <WordsProvider words={inMailboxZone}>
      <PlanContent {...props} />
    </WordsProvider>
  );
}
