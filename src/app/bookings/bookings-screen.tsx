/** My bookings: all that come, each room's present answer, everything that can be done with them, and rooms not needed. */
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { parseHoldMark } from '../../domain/booking/hold-mark.ts';
import { type BookingAction, listActions } from '../../domain/booking/list-actions.ts';
import { listHeldRooms } from '../../domain/booking/list-held-rooms.ts';
import { BookingItem } from '../../ui/bookings/booking-item.tsx';
import { useBookingsStyles } from '../../ui/bookings/bookings-styles.ts';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { FailureLine } from '../../ui/shared/failure-line.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { ScreenHead } from '../../ui/shared/screen-head.tsx';
import { useWords, WordsProvider } from '../../ui/words/words-provider.tsx';
import { toEventTimes } from '../book/meeting-times.ts';
import type { BookingsScreenProps } from '../screens.ts';
import { toFailure } from '../to-failure.ts';
import type { BookingsServices } from './bookings-services.ts';
import { CancelTask, EndTask, GiveBackTask } from './confirm-tasks.tsx';
import { GhostSection } from './ghost-section.tsx';
import { MoveTask } from './move-task.tsx';
import { PeopleTask } from './people-task.tsx';
import type { Task, TaskProps } from './task.ts';
import { type BookingsHandle, useBookings } from './use-bookings.ts';

type Ready = Extract<BookingsHandle['state'], { phase: 'ready' }>;
interface Said {
  readonly eventId: string;
  readonly words: string;
}

function TaskScreen({ task, ...props }: TaskProps & { readonly task: Task }): ReactNode {
  if (task.kind === 'giveBack') return <GiveBackTask {...props} room={task.room} />;
  const Screen = { move: MoveTask, people: PeopleTask, cancel: CancelTask, end: EndTask }[task.kind];
  return <Screen {...props} />;
}

/** Checks in at once: nobody is mailed by that. */
async function checkIn(calls: BookingsServices, event: CalendarEvent): Promise<'done' | 'none' | 'failed'> {
  const rooms = listHeldRooms(event).filter(({ answer }) => answer === 'accepted');
  try {
    for (const { address } of rooms) await calls.checkIn(event.id, address);
    return 'done';
  } catch (error) {
    return ['gone', 'not_found', 'bad_request'].includes(toFailure(error).code) ? 'none' : 'failed';
  }
}

interface ListProps extends BookingsScreenProps {
  readonly ready: Ready;
  readonly calls: BookingsServices;
  readonly said: Said | undefined;
  readonly onSaid: (said: Said) => void;
  readonly onTask: (task: Task) => void;
  readonly onMore: (() => void) | undefined;
}

function BookingList(props: ListProps): ReactNode {
  const { services, context, ready, calls, said, onTask, onSaid } = props;
  const styles = useBookingsStyles();
  const { t, time, day, dateOf } = useWords();
  const now = services.now();
  const onAction = (event: CalendarEvent, action: BookingAction): void => {
    if (action === 'changeRoom') return props.onChangeRoom(event);
    if (action !== 'checkIn') return onTask({ kind: action, event });
    void checkIn(calls, event).then((outcome) => {
      const words = { done: t('mine.checkedIn'), none: t('mine.noCheckIn'), failed: t('booking.phase.failed') }[
        outcome
      ];
      onSaid({ eventId: event.id, words });
    });
  };
  const isRunning = ({ time: at }: CalendarEvent): boolean =>
    at.kind === 'timed' && Temporal.Instant.compare(at.start, now) <= 0;
  const isElsewhere = said !== undefined && !ready.events.some(({ id }) => id === said.eventId);
  return (
    <>
      {isElsewhere && said.words !== '' && <Notice intent="info">{said.words}</Notice>}
      {ready.isPartial && <Notice intent="warning">{t('mine.partial')}</Notice>}
      <span className={styles.hint}>{t(ready.isStale ? 'mine.stale' : 'mine.asOf', { time: time(ready.asOf) })}</span>
      {ready.events.length === 0 && <p>{t('mine.empty')}</p>}
      <ul className={styles.list}>
        {ready.events.map((event) => (
          <BookingItem
            key={event.id}
            event={event}
            times={toEventTimes(event.time, context.mailbox.zone)}
            actions={listActions(event, now)}
            isRunning={isRunning(event)}
            isUnsettled={parseHoldMark(event.holdMark ?? '') !== undefined}
            isChosen={event.id === props.eventId}
            said={said?.eventId === event.id ? said.words : undefined}
            onAction={(action) => onAction(event, action)}
          />
        ))}
      </ul>
      <div className={styles.row}>
        <span className={styles.hint}>{t('mine.until', { day: day(dateOf(ready.until), 'full') })}</span>
        {props.onMore !== undefined && <ActionButton onPress={props.onMore}>{t('mine.more')}</ActionButton>}
      </div>
      <GhostSection
        {...{ services, session: props.session, context, events: ready.events }}
        onGiveBack={({ event, room }) => onTask({ kind: 'giveBack', event, room })}
      />
    </>
  );
}

/** The chosen booking comes into view; after a task the focus goes to its card, or to the title. */
function useCardFocus(eventId: string | undefined, isReady: boolean) {
  const root = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(eventId);
  useEffect(() => {
    if (!isReady || wanted === undefined) return;
    const cards = [...(root.current?.querySelectorAll<HTMLElement>('[data-event]') ?? [])];
    const card = cards.find(({ dataset }) => dataset['event'] === wanted);
    (card ?? root.current?.querySelector<HTMLElement>('h2'))?.focus();
    setWanted(undefined);
  }, [isReady, wanted]);
  return { root, focusCard: setWanted };
}

function BookingsScreenContent(props: BookingsScreenProps): ReactNode {
  const { services, context, eventId, giveBack, onDone } = props;
  const styles = useBookingsStyles();
  const { t } = useWords();
  const { state, calls, refresh, more } = useBookings(services);
  const [task, setTask] = useState<Task | undefined>(giveBack && { kind: 'giveBack', ...giveBack });
  const [said, setSaid] = useState<Said>();
  const [hasSent, setHasSent] = useState(false);
  const { root, focusCard } = useCardFocus(eventId, state.phase === 'ready' && task === undefined);
  const back = (id: string): void => {
    if (giveBack !== undefined) return onDone(false);
    setTask(undefined);
    focusCard(id);
    void refresh();
  };
  const onTaskDone = (id: string) => (words: string) => {
    if (giveBack !== undefined) return onDone(true);
    setHasSent(true);
    setSaid({ eventId: id, words });
    back(id);
  };
  const again = <ActionButton onPress={() => void refresh()}>{t('action.retry')}</ActionButton>;
  return (
    <div className={styles.root} ref={root}>
      <ScreenHead title={t('mine.title')} back={t('booking.back')} onBack={() => onDone(hasSent)} />
      {state.phase === 'loading' && <span role="status">{t('mine.loading')}</span>}
      {state.phase === 'failed' && (
        <Notice intent="error" title={t('mine.failed')} actions={again}>
          <FailureLine failure={state.failure} />
        </Notice>
      )}
      {state.phase === 'ready' && calls !== undefined && task !== undefined && (
        <TaskScreen
          {...{ services, context, calls, task, event: task.event }}
          onConflict={() => void refresh()}
          onBack={() => back(task.event.id)}
          onDone={onTaskDone(task.event.id)}
        />
      )}
      {state.phase === 'ready' && calls !== undefined && task === undefined && (
        <BookingList {...props} {...{ ready: state, calls, said }} onSaid={setSaid} onTask={setTask} onMore={more} />
      )}
    </div>
  );
}

/** Times are said in the mailbox's zone and hour format, whatever the device's are. */
export function BookingsScreen(props: BookingsScreenProps): ReactNode {
  const words = useWords();
  const { zone, hourCycle } = props.context.mailbox;
  const inMailboxZone = useMemo(() => words.withClock({ zone, hourCycle }), [words, zone, hourCycle]);
  return (
    <WordsProvider words={inMailboxZone}>
      <BookingsScreenContent {...props} />
    </WordsProvider>
  );
}
