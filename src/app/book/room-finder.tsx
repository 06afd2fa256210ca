/** Finds free rooms for what is typed, and lets one be chosen; also where no list of rooms can be read. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useMemo, useState } from 'react';
import type { Invitee, Twin } from '../../domain/booking/booking.ts';
import { findNeighbour } from '../../domain/rooms/find-neighbour.ts';
import { listCandidates } from '../../domain/rooms/list-candidates.ts';
import { toggleFavourite, withFloor } from '../../domain/rooms/room-memory.ts';
import type { RoomOffer, RoomRequest } from '../../domain/rooms/room-request.ts';
import type { Room } from '../../domain/rooms/room.ts';
import type { SeriesWish } from '../../domain/series/series-wish.ts';
import { isCompleteAddress } from '../../ui/booking/parse-people.ts';
import { type RoomFilterValues, RoomFilters } from '../../ui/rooms/room-filters.tsx';
import type { RoomVerb } from '../../ui/rooms/room-card.tsx';
import { FIRST_PLACES, RoomOffers } from '../../ui/rooms/room-offers.tsx';
import { TwinSwitch } from '../../ui/rooms/twin-fields.tsx';
import { TypedRoom } from '../../ui/rooms/typed-room.tsx';
import { UnansweredRooms, UnsuitableRooms } from '../../ui/rooms/unsuitable-rooms.tsx';
import { FailureLine } from '../../ui/shared/failure-line.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { Unfold } from '../../ui/shared/unfold.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { SeriesPart } from '../series/series-part.tsx';
import type { Services } from '../services.ts';
import { findSites, type TwinSites } from './find-sites.ts';
import { listBuildings } from './list-buildings.ts';
import { listFloors } from './list-floors.ts';
import { TIME_PROBLEMS, type TwinDraft, findHeads } from './meeting-draft.ts';
import { RoomListProblem } from './room-list-problem.tsx';
import { TimelineSection } from './timeline-section.tsx';
import { findWantedFloor, toRoomRequest } from './to-room-request.ts';
import { TwinFinder } from './twin-finder.tsx';
import { useColleaguePlaces } from './use-colleague-places.ts';
import { useFreeRooms } from './use-free-rooms.ts';
import type { MeetingDraftState } from './use-meeting-draft.ts';
import { useNearBuilding } from './use-near-building.ts';
import type { RoomMemoryHandle } from './use-room-memory.ts';
import type { RoomsPhase } from './use-rooms.ts';
import type { AgendaContext } from '../screens.ts';

/** Of a pair the room is the first, with its own headcount; otherwise the headcount is the draft's. */
export type OnBook = (
  room: Room,
  alternatives: readonly Room[],
  more?: { readonly pair?: { readonly heads: number; readonly twin: Twin }; readonly series?: SeriesWish },
) => void;

export interface RoomFinderProps {
  readonly services: Pick<
    Services,
    'readFreeBusy' | 'readLongFreeBusy' | 'findRoomRule' | 'readAgenda' | 'openColleagues' | 'now'
  >;
  readonly context: AgendaContext;
  /** Buildings of the organisation's choice; empty: all. */
  readonly allowedBuildings: readonly string[];
  readonly rooms: RoomsPhase;
  readonly onReadRooms: () => void;
  readonly memory: RoomMemoryHandle;
  /** Colleagues' free/busy may be read. */
  readonly showsPeople: boolean;
  readonly existingId?: string | undefined;
  /** Those who come, where the meeting is there; undefined: as typed. */
  readonly coming?: readonly Invitee[] | undefined;
  /** Not where the meeting has a room: another one takes its place. */
  readonly allowsPair?: boolean;
  readonly state: MeetingDraftState;
  readonly edition: number;
  readonly onBook: OnBook;
  /** What is done with a room: booked by us, or added to what Outlook sends. */
  readonly verb?: RoomVerb;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, alignItems: 'stretch' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

/** The same object while it names the same meeting, so that a growing list of rooms asks nothing anew. */
function useNeighbour(search: {
  readonly events: AgendaContext['events'];
  readonly time: RoomRequest | MeetingDraftState['times'];
  readonly rooms: readonly Room[] | undefined;
  readonly exceptId: string | undefined;
}) {
  const { events, time, rooms, exceptId } = search;
  const found = useMemo(
    () =>
      time === undefined || rooms === undefined
        ? undefined
        : findNeighbour({ events, time, rooms, ...(exceptId === undefined ? {} : { exceptId }) }),
    [events, time, rooms, exceptId],
  );
  const key = found === undefined ? '' : `${found.start.toString()} ${found.building} ${found.floorNumber ?? ''}`;
  const [held, setHeld] = useState({ key, found });
  if (held.key !== key) setHeld({ key, found });
  return held.key === key ? held.found : found;
}

/** What the rooms are asked for; undefined while the time or the headcount is wrong. A wrong subject hides no room. */
function useRoomRequest(
  { state, allowedBuildings, memory, context, existingId }: RoomFinderProps,
  near: string | undefined,
  rooms: readonly Room[] | undefined,
): RoomRequest | undefined {
  const { draft, times, problems } = state;
  const heads = findHeads(draft);
  const usable = problems.some((problem) => TIME_PROBLEMS.includes(problem)) ? undefined : times;
  const { filters } = draft;
  const neighbour = useNeighbour({ events: context.events, time: usable, rooms, exceptId: existingId });
  // the order is that of the first look; only who wants nothing but favourites means those of now
  const remembered = filters.needs.has('favourite') ? memory.memory : memory.atFirst;
  return useMemo(
    () =>
      usable === undefined || heads === undefined
        ? undefined
        : toRoomRequest({ times: usable, heads, filters, near, allowedBuildings, memory: remembered, neighbour }),
    [usable, heads, filters, near, allowedBuildings, remembered, neighbour],
  );
}

/** The other rooms on screen, then those that only the search words hid: who looked for one room by name still gets a next one. */
function listAlternatives(
  chosen: RoomOffer,
  offers: readonly RoomOffer[],
  rooms: readonly Room[],
  request: RoomRequest,
): readonly Room[] {
  const shown = offers.filter((other) => other !== chosen).map((other) => other.room);
  const known = new Set([chosen.room, ...shown].map((room) => room.address));
  const { candidates } = listCandidates({ rooms, request: { ...request, text: '' } });
  return [...shown, ...candidates.filter((room) => !known.has(room.address))];
}

function FoundRooms(
  props: RoomFinderProps & { readonly list: readonly Room[] | undefined; readonly near: string | undefined },
): ReactNode {
  const { services, state, edition, list, memory, onBook } = props;
  const { t } = useWords();
  const [places, setPlaces] = useState(FIRST_PLACES);
  const request = useRoomRequest(props, props.near, list);
  const free = useFreeRooms({ readFreeBusy: services.readFreeBusy, rooms: list, request, enough: places, edition });
  const canBook = state.problems.length === 0;
  if (request === undefined) return <span>{t('rooms.needTimes')}</span>;
  const book = (offer: RoomOffer): void =>
    onBook(offer.room, listAlternatives(offer, free.offers, list ?? [], request));
  return (
    <>
      {free.failure !== undefined && (
        <Notice intent="warning" title={t('rooms.busyFailed')}>
          <FailureLine failure={free.failure} />
        </Notice>
      )}
      <RoomOffers
        offers={free.offers}
        isListing={list === undefined}
        pendingCount={free.pendingCount}
        places={places}
        hasMore={free.unaskedCount > 0 || free.offers.length > places}
        heads={request.heads}
        neighbourStart={request.neighbour?.start}
        favourites={memory.memory.favourites}
        canBook={canBook}
        verb={props.verb}
        onBook={book}
        onFavourite={({ room }) => memory.change((before) => toggleFavourite(before, room.address))}
        onMore={() => setPlaces(places + FIRST_PLACES)}
      />
      <UnansweredRooms rooms={free.unanswered} onAgain={free.again} />
      <UnsuitableRooms rooms={free.unsuitable} />
      <TimelineSection {...props} list={list} request={request} />
    </>
  );
}

/** A typed room that the directory knows is that room, with its size and rules. */
function findTyped(address: string, list: readonly Room[] = []): Room {
  const known = list.find((room) => room.address.toLowerCase() === address.toLowerCase());
  return known ?? { address, name: address, bookingType: 'unknown', equipment: [], tags: [] };
}

/** Nothing chosen or typed: all as suggested. */
const NO_TWIN: TwinDraft = { buildings: [undefined, undefined], heads: [undefined, undefined] };

/** Instead of the rooms for one time: those for every date of a series. */
function FoundSeries(
  props: RoomFinderProps & { readonly list: readonly Room[] | undefined; readonly near: string | undefined },
): ReactNode {
  const request = useRoomRequest(props, props.near, props.list);
  return <SeriesPart {...props} request={request} />;
}

const NO_ROOMS: readonly Room[] = [];

/** A floor once chosen is remembered for its building. */
function useFilterChange(props: RoomFinderProps, building: string | undefined) {
  const { state, memory } = props;
  return (change: Partial<RoomFilterValues>): void => {
    state.actions.onFilters(change);
    const { floor } = change;
    if (floor === undefined || building === undefined) return;
    memory.change((before) => withFloor(before, building, floor === '' ? undefined : Number(floor)));
  };
}

/** Undefined where one room is wanted, or where there are no two buildings. */
function useSites(
  { services, state, coming, allowsPair }: RoomFinderProps,
  buildings: readonly string[],
  near: string | undefined,
): TwinSites | undefined {
  // a series has one room for each date
  const twin = state.series === undefined ? state.draft.twin : undefined;
  const people = coming ?? state.draft.people;
  const placeOf = useColleaguePlaces(services, people, state.times, twin !== undefined);
  return useMemo(
    () =>
      twin === undefined || allowsPair !== true ? undefined : findSites({ twin, buildings, near, people, placeOf }),
    [twin, allowsPair, buildings, near, people, placeOf],
  );
}

export function RoomFinder(props: RoomFinderProps): ReactNode {
  const { rooms, state, context, allowedBuildings, memory, onReadRooms } = props;
  const styles = useStyles();
  const { t } = useWords();
  const { building: near, isReading } = useNearBuilding(props.services, context, state.times?.start);
  const list = rooms.phase === 'ready' ? rooms.rooms : undefined;
  const { filters } = state.draft;
  const building = filters.building === '' ? near : filters.building;
  const buildings = useMemo(() => listBuildings(list ?? [], allowedBuildings), [list, allowedBuildings]);
  const floors = useMemo(() => listFloors(list ?? [], building), [list, building]);
  const onFilters = useFilterChange(props, building);
  const sites = useSites(props, buildings, near);
  const { twin } = state.draft;
  const listed = isReading || !memory.isSettled ? undefined : list;
  const isOpen = rooms.phase === 'loading' || (list !== undefined && list.length > 0);
  const isSeries = state.series !== undefined;
  const titleId = useId();
  const typed = (
    <TypedRoom
      verb={props.verb}
      canBook={state.problems.length === 0}
      isAddress={isCompleteAddress}
      isReserved={(address) => findTyped(address, list).bookingType === 'reserved'}
      onBook={(address) => props.onBook(findTyped(address, list), [])}
    />
  );
  return (
    <section className={styles.root} aria-labelledby={titleId} data-testid="free-rooms">
      <h3 className={styles.title} id={titleId}>
        {t(isSeries ? 'series.rooms.title' : 'rooms.title')}
      </h3>
      {isOpen && (
        <RoomFilters
          values={filters}
          // of a pair each room has its building
          buildings={sites === undefined ? buildings : []}
          nearBuilding={near}
          floors={sites === undefined ? floors : []}
          floor={findWantedFloor(filters, near, memory.atFirst)}
          onChange={onFilters}
        />
      )}
      {memory.isPageOnly && <span className={styles.hint}>{t('rooms.memoryPage')}</span>}
      {!isOpen && <RoomListProblem rooms={rooms} onAgain={onReadRooms} />}
      {isOpen && !isSeries && (
        <>
          {buildings.length > 1 && props.allowsPair === true && (
            <TwinSwitch on={twin !== undefined} onChange={(on) => state.actions.onTwin(on ? NO_TWIN : undefined)} />
          )}
          {sites === undefined || twin === undefined ? (
            <FoundRooms {...props} list={listed} near={near} />
          ) : (
            <TwinFinder {...props} {...{ twin, sites, buildings, near }} list={listed} />
          )}
        </>
      )}
      {isSeries && <FoundSeries {...props} list={isOpen ? listed : NO_ROOMS} near={near} />}
      {rooms.phase === 'ready' && !rooms.isWhole && <span className={styles.hint}>{t('rooms.listing')}</span>}
      {!isSeries &&
        (isOpen ? (
          <Unfold label={t(props.verb === 'add' ? 'pane.addTyped' : 'rooms.typedTitle')}>{typed}</Unfold>
        ) : (
          typed
        ))}
    </section>
  );
}
