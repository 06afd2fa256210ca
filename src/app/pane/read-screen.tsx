/** Beside an appointment that is read: who comes from where, my shift that day, the room's word; the organizer changes the room, an attendee answers. */
import { type ReactNode, useState } from 'react';
import type { Answer, Attendee, CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { listPeople } from '../../domain/agenda/group-attendees.ts';
import type { OpenItem } from '../../host/outlook-item.ts';
import { DayGround } from '../../ui/agenda/day-ground.tsx';
import { toFlagWords } from '../../ui/agenda/flag-words.ts';
import { RoomAnswer } from '../../ui/agenda/room-answer.tsx';
import { MeetingSummary } from '../../ui/booking/meeting-summary.tsx';
import { PaneFailed, PaneGone, PaneReading, PaneRefused } from '../../ui/pane/pane-state.tsx';
import { usePaneStyles } from '../../ui/pane/pane-styles.ts';
import { PeoplePlaces, type PlacedPerson } from '../../ui/pane/people-places.tsx';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { LazyScreen } from '../lazy-screen.tsx';
import * as screens from '../lazy-screens.ts';
import { loadAnswerSection } from './load-answer-section.ts';
import { orBack } from './or-back.tsx';
import type { PaneItemProps } from './pane-area.tsx';
import { type EventDay, toEventDay, useDay } from './use-day.ts';
import { usePlaces } from './use-places.ts';

type ReadItem = Extract<OpenItem, { kind: 'appointmentRead' }>;

export interface ReadScreenProps extends PaneItemProps {
  readonly item: ReadItem;
}

interface FoundProps extends PaneItemProps {
  readonly event: CalendarEvent;
  readonly found: EventDay;
  /** It was changed here: what is shown is read anew. */
  readonly onChanged: () => void;
}

/** Somebody else who organizes it comes first; I know where I am. */
function listOthers(event: CalendarEvent, own: string | undefined): readonly PlacedPerson[] {
  const { organizer, isOrganizer } = event;
  const first: readonly PlacedPerson[] =
    organizer === undefined || isOrganizer ? [] : [{ ...organizer, answer: 'organizer' }];
  const others = listPeople(event).filter(({ address }) => address.toLowerCase() !== own?.toLowerCase());
  return [...first, ...others.map((person) => ({ ...person, isOptional: person.kind === 'optional' }))];
}

const loadBookScreen = orBack(screens.loadBookScreen);
const loadBookingsScreen = orBack(screens.loadBookingsScreen);

type Task = 'book' | 'manage' | { readonly giveBack: Attendee } | undefined;

const isAhead = ({ time, isCancelled }: CalendarEvent, now: Temporal.Instant): boolean =>
  time.kind === 'timed' && !isCancelled && Temporal.Instant.compare(time.end, now) > 0;

/** Somebody else organizes what is asked here. */
const toGiven = ({ myAnswer }: CalendarEvent): Answer => (myAnswer === 'organizer' ? 'none' : myAnswer);

interface OrganizerActionsProps {
  readonly rooms: readonly Attendee[];
  readonly onTask: (task: Task) => void;
}

function OrganizerActions({ rooms, onTask }: OrganizerActionsProps): ReactNode {
  const styles = usePaneStyles();
  const { t } = useWords();
  const hasRoom = rooms.length > 0;
  return (
    <div className={styles.actions}>
      <ActionButton appearance="primary" onPress={() => onTask('book')}>
        {t(hasRoom ? 'event.changeRoom' : 'event.bookRoom')}
      </ActionButton>
      {rooms.map((room) => (
        <ActionButton
          key={room.address}
          label={t('pane.giveBackNamed', { room: room.name || room.address })}
          onPress={() => onTask({ giveBack: room })}
        >
          {t('pane.giveBack')}
        </ActionButton>
      ))}
      {hasRoom && <ActionButton onPress={() => onTask('manage')}>{t('event.manage')}</ActionButton>}
    </div>
  );
}

function ReadAppointment(props: FoundProps & { readonly onTask: (task: Task) => void }): ReactNode {
  const { services, context, event, onChanged, onTask } = props;
  const { day, entry } = props.found;
  const styles = usePaneStyles();
  const words = useWords();
  const { time } = event;
  const span =
    time.kind === 'timed'
      ? time
      : {
          start: time.start.toZonedDateTime(words.clock.zone).toInstant(),
          end: time.end.toZonedDateTime(words.clock.zone).toInstant(),
        };
  const people = listOthers(event, context.ownAddress);
  const places = usePlaces(services, people, span);
  const rooms = event.attendees.filter(({ kind }) => kind === 'resource');
  const canAct = isAhead(event, services.now());
  return (
    <div className={styles.root}>
      <MeetingSummary isTitle subject={event.subject} start={span.start} end={span.end} />
      <DayGround day={day} isPending={false} />
      {entry.flags.map((flag) => (
        <Notice key={flag} intent="warning">
          {toFlagWords(flag, entry, day.shifts, words)}
        </Notice>
      ))}
      <section className={styles.section}>
        <h3 className={styles.head}>{words.t('people.rooms')}</h3>
        {rooms.length === 0 && <span>{words.t('pane.draft.noRooms')}</span>}
        {rooms.map((room) => (
          <RoomAnswer key={room.address} room={room} />
        ))}
        {event.isOrganizer && canAct && (
          <OrganizerActions rooms={rooms.filter(({ answer }) => answer !== 'declined')} onTask={onTask} />
        )}
      </section>
      {!event.isOrganizer && canAct && (
        <div className={styles.section}>
          <span role="status">{words.t('pane.answer.now', { answer: words.t(`people.${toGiven(event)}`) })}</span>
          <LazyScreen load={loadAnswerSection} screenProps={{ services, context, event, onSent: onChanged }} />
        </div>
      )}
      <PeoplePlaces
        onAgain={places.again}
        people={people.map((person) => ({
          ...person,
          whereabouts: places.found?.get(person.address.toLowerCase()),
        }))}
      />
    </div>
  );
}

function FoundAppointment(props: FoundProps): ReactNode {
  const { services, session, context, event, onChanged } = props;
  const [task, setTask] = useState<Task>();
  const onDone = (changed: boolean): void => {
    setTask(undefined);
    if (changed) onChanged();
  };
  const shared = { services, session, context, onDone };
  if (task === 'book') return <LazyScreen load={loadBookScreen} screenProps={{ ...shared, existing: event }} />;
  if (typeof task === 'object') {
    const giveBack = { event, room: task.giveBack };
    const change = { onChangeRoom: () => setTask('book') };
    return <LazyScreen load={loadBookingsScreen} screenProps={{ ...shared, ...change, giveBack }} />;
  }
  if (task === 'manage') {
    const manage = { ...shared, eventId: event.id, onChangeRoom: () => setTask('book') };
    return <LazyScreen load={loadBookingsScreen} screenProps={manage} />;
  }
  return <ReadAppointment {...props} onTask={setTask} />;
}

/** By its id; Outlook names one date of a series in its own way, so that the same time serves as well. */
function findOpenEvent(events: readonly CalendarEvent[], { eventId, start, end }: ReadItem): CalendarEvent | undefined {
  const isSameTime = ({ time }: CalendarEvent): boolean =>
    time.kind === 'timed' && time.start.equals(start) && time.end.equals(end);
  const atTime = events.filter(isSameTime);
  return events.find(({ id }) => id === eventId) ?? (atTime.length === 1 ? atTime[0] : undefined);
}

export function ReadScreen({ item, ...props }: ReadScreenProps): ReactNode {
  const { services, context, onAgendaChanged } = props;
  const [edition, setEdition] = useState(0);
  const own = useDay(services, context, item.start, edition);
  const event = findOpenEvent([...own.events, ...context.events], item);
  const found = event && toEventDay(event, [...context.events, ...own.events], own.shifts, context.mailbox.zone);
  const onChanged = (): void => {
    setEdition(edition + 1);
    onAgendaChanged();
  };
  if (event !== undefined && found !== undefined)
    return <FoundAppointment {...props} {...{ event, found, onChanged }} />;
  if (own.state === 'pending') return <PaneReading />;
  if (own.failure !== undefined) return <PaneFailed failure={own.failure} onRetry={own.again} />;
  return edition > 0 ? <PaneGone /> : <PaneRefused why="elsewhere" onRetry={own.again} />;
}
