/** Beside an appointment that is being written: its rooms and people as they stand, rooms that fit, better times; Outlook alone sends it. */
import { type ReactNode, useMemo } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { type DraftRoom, listDraftWarnings } from '../../domain/booking/list-draft-warnings.ts';
import type { FreeBusy } from '../../domain/rooms/free-busy.ts';
import { withRecent } from '../../domain/rooms/room-memory.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { type Interval, overlaps } from '../../domain/time/intervals.ts';
import type { DraftValues, OutlookDraft } from '../../host/outlook-draft.ts';
import { toFlagWords } from '../../ui/agenda/flag-words.ts';
import { DayGround } from '../../ui/agenda/day-ground.tsx';
import { HeadsField } from '../../ui/booking/meeting-fields.tsx';
import { MeetingSummary } from '../../ui/booking/meeting-summary.tsx';
import { DraftCheck } from '../../ui/pane/draft-check.tsx';
import { PaneFailed, PaneReading } from '../../ui/pane/pane-state.tsx';
import { usePaneStyles } from '../../ui/pane/pane-styles.ts';
import { PeoplePlaces } from '../../ui/pane/people-places.tsx';
import { FailureLine } from '../../ui/shared/failure-line.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { findNearBuilding } from '../book/find-near-building.ts';
import { findHeads, headsText } from '../book/meeting-draft.ts';
import { RoomFinder } from '../book/room-finder.tsx';
import { useFreeBusy } from '../book/use-free-busy.ts';
import { useRoomMemory } from '../book/use-room-memory.ts';
import { useRooms } from '../book/use-rooms.ts';
import type { PaneItemProps } from './pane-area.tsx';
import { BetterTimes } from './better-times.tsx';
import { type DraftHandle, useDraft } from './use-draft.ts';
import { useDraftState } from './use-draft-state.ts';
import { toEventDay, useDay } from './use-day.ts';
import { usePlaces } from './use-places.ts';

interface WrittenProps extends PaneItemProps {
  readonly handle: DraftHandle;
  readonly values: DraftValues;
  readonly canHoldRooms: boolean;
}

/** The draft as an event of one's own, so that it is judged as one. */
const toDraftEvent = ({ eventId = 'draft', subject, start, end, places }: DraftValues): CalendarEvent => ({
  ...{ id: eventId, calendarId: '', etag: '', subject, sensitivity: 'normal', showAs: 'busy' },
  ...{ isCancelled: false, isOrganizer: true, isRecurring: false, myAnswer: 'organizer', attendees: [] },
  time: { kind: 'timed', start, end },
  locations: places.map(({ id, isRoom, name }) => ({ name, ...(isRoom ? { address: id } : {}) })),
});

/** The time at which the appointment was saved before stands in the room's calendar, and is no clash. */
function toRoomState(
  answer: FreeBusy | undefined,
  { start, end }: DraftValues,
  own: Interval | undefined,
): DraftRoom['state'] {
  if (answer === undefined) return 'pending';
  if (answer.state === 'unknown') return 'unknown';
  const clashes = answer.blocks.filter((block) => overlaps(block, { start, end }));
  const isOwn = (block: Interval): boolean =>
    own !== undefined && block.start.equals(own.start) && block.end.equals(own.end);
  return clashes.every(isOwn) ? 'free' : 'taken';
}

function useDraftRooms(
  { services, values }: WrittenProps,
  rooms: readonly Room[],
  saved: Interval | undefined,
): readonly DraftRoom[] {
  const { start, end, places } = values;
  const [startMs, endMs] = [start.epochMilliseconds, end.epochMilliseconds];
  const window = useMemo(
    () => ({
      start: Temporal.Instant.fromEpochMilliseconds(startMs),
      end: Temporal.Instant.fromEpochMilliseconds(Math.max(endMs, startMs + 1)),
    }),
    [startMs, endMs],
  );
  const held = places.filter(({ isRoom }) => isRoom);
  const { answers } = useFreeBusy(services.readFreeBusy, () => held.map(({ id }) => id), window);
  return held.map(({ id, name }) => {
    const room = rooms.find(({ address }) => address.toLowerCase() === id.toLowerCase());
    const state = toRoomState(answers.get(id.toLowerCase()), values, saved);
    return { address: id, name: room?.name ?? name, capacity: room?.capacity, state };
  });
}

function WrittenAppointment(props: WrittenProps): ReactNode {
  const { services, session, context, handle, values, canHoldRooms } = props;
  const styles = usePaneStyles();
  const words = useWords();
  const near = findNearBuilding(context.shifts, values.start, context.mailbox.zone);
  const rooms = useRooms(services.listRooms, near);
  const memory = useRoomMemory(services);
  const list = rooms.state.phase === 'ready' ? rooms.state.rooms : [];
  const own = useDay(services, context, values.start);
  const known = [...context.events, ...own.events];
  const saved = known.find(({ id }) => id === values.eventId)?.time;
  const held = useDraftRooms(props, list, saved?.kind === 'timed' ? saved : undefined);
  const { day, entry } = toEventDay(toDraftEvent(values), known, own.shifts, context.mailbox.zone) ?? {};
  const places = usePlaces(services, values.people, values);
  const state = useDraftState({ values, context, now: services.now(), change: handle.change });
  const placed = values.people.map((person) => ({
    ...person,
    isOptional: person.kind === 'optional',
    whereabouts: places.found?.get(person.address.toLowerCase()),
  }));
  const mine = own.shifts.filter((shift) => overlaps(shift, values)).map(({ place }) => place);
  const warnings = listDraftWarnings({
    rooms: held,
    hasOtherPlace: values.places.some(({ isRoom }) => !isRoom),
    heads: findHeads(state.draft) ?? 1,
    places: [
      ...mine.flatMap((place) => (place.kind === 'unknown' ? [] : [place])),
      ...placed.flatMap(({ whereabouts }) => whereabouts?.place ?? []),
    ],
  });
  const flags = entry?.flags.filter((flag) => flag !== 'roomDeclined') ?? [];
  return (
    <div className={styles.root}>
      <MeetingSummary isTitle subject={values.subject} start={values.start} end={values.end} />
      {day !== undefined && <DayGround day={day} isPending={own.state === 'pending'} />}
      {handle.failure !== undefined && (
        <Notice intent="error">
          <FailureLine failure={handle.failure} />
        </Notice>
      )}
      <DraftCheck
        rooms={held}
        warnings={warnings}
        flags={entry === undefined ? [] : flags.map((flag) => toFlagWords(flag, entry, own.shifts, words))}
        isChanging={handle.isChanging}
        onRemove={canHoldRooms ? ({ address }) => handle.change((draft) => draft.removeRoom(address)) : undefined}
      />
      <PeoplePlaces people={placed} onAgain={places.again} />
      <HeadsField heads={headsText(state.draft)} problem={undefined} onHeads={state.actions.onHeads} />
      {canHoldRooms ? (
        <>
          <BetterTimes {...{ services, session, context, values, handle }} rooms={list} held={held} />
          <RoomFinder
            verb="add"
            services={services}
            context={context}
            allowedBuildings={session.organisation.buildings}
            rooms={rooms.state}
            onReadRooms={rooms.again}
            state={state}
            edition={0}
            memory={memory}
            showsPeople={session.features.freeBusy}
            onBook={(room) => {
              handle.change((draft) => draft.addRoom(room.address));
              memory.change((before) => withRecent(before, room.address));
            }}
          />
        </>
      ) : (
        <Notice intent="info">{words.t('pane.draft.tooOld')}</Notice>
      )}
    </div>
  );
}

export interface ComposeScreenProps extends PaneItemProps {
  readonly draft: OutlookDraft;
}

export function ComposeScreen({ draft, ...props }: ComposeScreenProps): ReactNode {
  const handle = useDraft(draft);
  const { values, failure } = handle;
  if (values !== undefined)
    return <WrittenAppointment {...props} handle={handle} values={values} canHoldRooms={draft.canHoldRooms} />;
  return failure === undefined ? <PaneReading /> : <PaneFailed failure={failure} onRetry={handle.again} />;
}
