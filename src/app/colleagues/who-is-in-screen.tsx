/** Who of my teams is in today, and who is on shift on another day: to meet them, or to set my own day. */
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { findBestDay, findOwnDay, findPersonDay, type RosterPerson } from '../../domain/shifts/team-day.ts';
import type { PersonDay } from '../../domain/shifts/team-day.ts';
import { useColleaguesStyles } from '../../ui/colleagues/colleagues-styles.ts';
import { DayStrip } from '../../ui/colleagues/day-strip.tsx';
import { OwnDay } from '../../ui/colleagues/own-day.tsx';
import { SourceList } from '../../ui/colleagues/source-list.tsx';
import { TeamList } from '../../ui/colleagues/team-list.tsx';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { FailureLine } from '../../ui/shared/failure-line.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { ScreenHead } from '../../ui/shared/screen-head.tsx';
import { Message } from '../../ui/words/message.tsx';
import { useWords, WordsProvider } from '../../ui/words/words-provider.tsx';
import { LazyScreen } from '../lazy-screen.tsx';
import { loadAgreeScreen } from '../load-agree-screen.ts';
import type { WhoIsInScreenProps } from '../screens.ts';
import { WORK_HOURS_URL } from './deep-links.ts';
import { useOwnChange } from './use-own-change.ts';
import { usePhotos } from './use-photos.ts';
import { DAYS, type TeamDaysState, useTeamDays } from './use-team-days.ts';

type Ready = Extract<TeamDaysState, { phase: 'ready' }>;

interface DayViewProps extends WhoIsInScreenProps {
  readonly ready: Ready;
  readonly days: readonly Temporal.PlainDate[];
  readonly date: Temporal.PlainDate;
  readonly onDate: (date: Temporal.PlainDate) => void;
}

function BestDayNotice({ ready, days, context, onDate }: DayViewProps): ReactNode {
  const { t, day } = useWords();
  const { zone } = context.mailbox;
  const best = useMemo(() => {
    const people = [...ready.teams.flatMap((team) => team.people), ...ready.met];
    return findBestDay(days, people, { zone, known: ready.learned.knowledge, shifts: context.shifts, now: ready.asOf });
  }, [ready, days, zone, context.shifts]);
  if (best === undefined) return null;
  const names = { day: day(best.date, 'full'), building: best.building, count: String(best.people) };
  return (
    <Notice
      intent="info"
      title={t('who.best')}
      actions={<ActionButton onPress={() => onDate(best.date)}>{t('who.show')}</ActionButton>}
    >
      <Message id={best.isMine ? 'who.best.withMe' : 'who.best.others'} names={names} />
    </Notice>
  );
}

function Summary({ people }: { readonly people: readonly PersonDay[] }): ReactNode {
  const styles = useColleaguesStyles();
  const { t, number } = useWords();
  const unique = new Map(people.map((one) => [one.person.objectId, one.whereabouts.place.kind]));
  const count = (...kinds: readonly string[]): string =>
    number([...unique.values()].filter((kind) => kinds.includes(kind)).length);
  const values = { onSite: count('office', 'onShift'), remote: count('remote'), unknown: count('unknown') };
  return (
    <p className={styles.text} aria-live="polite">
      {t('who.summary', values)}
    </p>
  );
}

function useGroups({ ready, date, days, context, services }: DayViewProps) {
  const { t } = useWords();
  const { zone } = context.mailbox;
  const [today] = days;
  const [now] = useState(services.now);
  const isToday = today !== undefined && date.equals(today);
  const question = { date, zone, known: ready.learned.knowledge, ...(isToday ? { now } : {}) };
  const toDays = (people: readonly RosterPerson[]) => people.map((person) => findPersonDay(person, question));
  const groups = [
    ...ready.teams.map((team) => ({ name: team.name, people: toDays(team.people) })),
    ...(ready.met.length > 0 ? [{ name: t('who.meet'), people: toDays(ready.met) }] : []),
  ];
  return { groups, isToday, mine: findOwnDay(context.shifts, question) };
}

function DayView(props: DayViewProps): ReactNode {
  const { services, session, ready, onPlan } = props;
  const styles = useColleaguesStyles();
  const { t, time } = useWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { groups, isToday, mine } = useGroups(props);
  const all = groups.flatMap(({ people }) => people);
  // of schedules that could not be asked nobody can say whom they name
  const isTold = 'told' in ready.learned.knowledge.shifts;
  const photos = usePhotos(
    services.openColleagues,
    session.features.people ? all.map(({ person }) => person.objectId) : [],
  );
  const { change, set } = useOwnChange(services.openAnswers);
  const onChoose = (objectId: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(objectId);
    else next.delete(objectId);
    setChosen(next);
  };
  const invitees = new Map(
    all.filter(({ person }) => chosen.has(person.objectId)).map(({ person }) => [person.objectId, person]),
  );
  const plan = (): void =>
    onPlan([...invitees.values()].map(({ name, address }) => ({ name, address, kind: 'required' as const })));
  return (
    <>
      {isToday && <p className={styles.soft}>{t('who.asOf', { time: time(ready.asOf) })}</p>}
      <OwnDay
        {...{ whereabouts: mine, isToday, change }}
        onSet={set}
        outlookUrl={WORK_HOURS_URL}
        onOpenLink={services.host.openLink}
      />
      {all.length === 0 ? (
        <p className={styles.text}>{t(isTold ? 'who.nobody' : 'matrix.none')}</p>
      ) : (
        <Summary people={all} />
      )}
      {groups.map(({ name, people }) => (
        <TeamList key={name} {...{ name, people, photos, chosen, onChoose }} />
      ))}
      {invitees.size > 0 && (
        <div>
          <ActionButton appearance="primary" onPress={plan}>
            {t('who.plan', { count: invitees.size })}
          </ActionButton>
        </div>
      )}
    </>
  );
}

function useDays({ services, context }: WhoIsInScreenProps): readonly Temporal.PlainDate[] {
  const { zone } = context.mailbox;
  const [today] = useState(() => services.now().toZonedDateTimeISO(zone).toPlainDate());
  return useMemo(() => Array.from({ length: DAYS }, (_, index) => today.add({ days: index })), [today]);
}

function WhoIsInContent(props: WhoIsInScreenProps): ReactNode {
  const { services, session, context, onDone } = props;
  const styles = useColleaguesStyles();
  const { t } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const days = useDays(props);
  const [today = services.now().toZonedDateTimeISO(context.mailbox.zone).toPlainDate()] = days;
  const [date, setDate] = useState(today);
  const [purpose, setPurpose] = useState<'presence' | 'people'>();
  const { state, again } = useTeamDays({
    ...{ open: services.openColleagues, now: services.now, today, zone: context.mailbox.zone },
    ...{ ownObjectId: session.user.objectId, ownAddress: context.ownAddress, events: context.events },
  });
  const onAgreed = (): void => {
    setPurpose(undefined);
    again();
  };
  const view = state.phase === 'ready' && { ...props, ready: state, days, date, onDate: setDate };
  return (
    <div className={styles.root}>
      <ScreenHead title={t('who.title')} back={t('who.back')} titleRef={title} onBack={() => onDone(false)} />
      <DayStrip days={days} chosen={date} onChoose={setDate} />
      {state.phase === 'loading' && <span role="status">{t('who.loading')}</span>}
      {state.phase === 'failed' && (
        <Notice intent="error" actions={<ActionButton onPress={again}>{t('action.retry')}</ActionButton>}>
          <FailureLine failure={state.failure} />
        </Notice>
      )}
      {view && state.phase === 'ready' && (
        <>
          <BestDayNotice {...view} />
          <DayView {...view} />
          <SourceList
            known={state.learned.knowledge}
            people={state.learned.people}
            isNow={date.equals(today)}
            onAgree={setPurpose}
          />
          {purpose !== undefined && (
            <LazyScreen
              load={loadAgreeScreen}
              screenProps={{
                ...{ services, purpose, onAgreed, organisation: session.organisation.name },
                onLater: () => setPurpose(undefined),
              }}
            />
          )}
          <p className={styles.soft}>{t('who.privacy')}</p>
        </>
      )}
    </div>
  );
}

/** Times are said in the mailbox's zone and hour format, whatever the device's are. */
export function WhoIsInScreen(props: WhoIsInScreenProps): ReactNode {
  const words = useWords();
  const { zone, hourCycle } = props.context.mailbox;
  const inMailboxZone = useMemo(() => words.withClock({ zone, hourCycle }), [words, zone, hourCycle]);
  return (
    <WordsProvider words={inMailboxZone}>
      <WhoIsInContent {...props} />
    </WordsProvider>
  );
}
