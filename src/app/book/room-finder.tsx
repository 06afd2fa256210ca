/** Finds free rooms for what is typed, and lets one be chosen; also where no list of rooms can be read. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import { listCandidates } from '../../domain/rooms/list-candidates.ts';
import type { RoomOffer, RoomRequest } from '../../domain/rooms/room-request.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { isCompleteAddress } from '../../ui/booking/parse-people.ts';
import { RoomFilters } from '../../ui/rooms/room-filters.tsx';
import { FIRST_PLACES, RoomOffers } from '../../ui/rooms/room-offers.tsx';
import { TypedRoom } from '../../ui/rooms/typed-room.tsx';
import { UnansweredRooms, UnsuitableRooms } from '../../ui/rooms/unsuitable-rooms.tsx';
import { FailureLine } from '../../ui/shared/failure-line.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { Unfold } from '../../ui/shared/unfold.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { Services } from '../services.ts';
import { listBuildings } from './list-buildings.ts';
import { TIME_PROBLEMS, findHeads } from './meeting-draft.ts';
import { RoomListProblem } from './room-list-problem.tsx';
import { toRoomRequest } from './to-room-request.ts';
import { useFreeRooms } from './use-free-rooms.ts';
import type { MeetingDraftState } from './use-meeting-draft.ts';
import { useNearBuilding } from './use-near-building.ts';
import type { RoomsPhase } from './use-rooms.ts';
import type { AgendaContext } from '../screens.ts';

export interface RoomFinderProps {
  readonly services: Pick<Services, 'readFreeBusy' | 'readAgenda'>;
  readonly context: AgendaContext;
  /** Buildings of the organisation's choice; empty: all. */
  readonly allowedBuildings: readonly string[];
  readonly rooms: RoomsPhase;
  readonly onReadRooms: () => void;
  readonly state: MeetingDraftState;
  readonly edition: number;
  readonly onBook: (room: Room, alternatives: readonly Room[]) => void;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, alignItems: 'stretch' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

/** What the rooms are asked for; undefined while the time or the headcount is wrong. A wrong subject hides no room. */
function useRoomRequest(
  { state, allowedBuildings }: RoomFinderProps,
  near: string | undefined,
): RoomRequest | undefined {
  const { draft, times, problems } = state;
  const heads = findHeads(draft);
  const usable = problems.some((problem) => TIME_PROBLEMS.includes(problem)) ? undefined : times;
  const { filters } = draft;
  return useMemo(
    () =>
      usable === undefined || heads === undefined
        ? undefined
        : toRoomRequest({ times: usable, heads, filters, near, allowedBuildings }),
    [usable, heads, filters, near, allowedBuildings],
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
  const { services, state, edition, list, onBook } = props;
  const { t } = useWords();
  const [places, setPlaces] = useState(FIRST_PLACES);
  const request = useRoomRequest(props, props.near);
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
        canBook={canBook}
        onBook={book}
        onMore={() => setPlaces(places + FIRST_PLACES)}
      />
      <UnansweredRooms rooms={free.unanswered} onAgain={free.again} />
      <UnsuitableRooms rooms={free.unsuitable} />
    </>
  );
}

export function RoomFinder(props: RoomFinderProps): ReactNode {
  const { rooms, state, context, allowedBuildings, onReadRooms } = props;
  const styles = useStyles();
  const { t } = useWords();
  const { building: near, isReading } = useNearBuilding(props.services, context, state.times?.start);
  const list = rooms.phase === 'ready' ? rooms.rooms : undefined;
  const buildings = useMemo(() => listBuildings(list ?? [], allowedBuildings), [list, allowedBuildings]);
  const isOpen = rooms.phase === 'loading' || (list !== undefined && list.length > 0);
  const typed = (
    <TypedRoom
      canBook={state.problems.length === 0}
      isAddress={isCompleteAddress}
      onBook={(address) =>
        props.onBook({ address, name: address, bookingType: 'unknown', equipment: [], tags: [] }, [])
      }
    />
  );
  return (
    <section className={styles.root} aria-labelledby="free-rooms">
      <h3 className={styles.title} id="free-rooms">
        {t('rooms.title')}
      </h3>
      {isOpen && (
        <RoomFilters
          values={state.draft.filters}
          buildings={buildings}
          nearBuilding={near}
          onChange={state.actions.onFilters}
        />
      )}
      {isOpen ? (
        <FoundRooms {...props} list={isReading ? undefined : list} near={near} />
      ) : (
        <RoomListProblem rooms={rooms} onAgain={onReadRooms} />
      )}
      {isOpen ? <Unfold label={t('rooms.typedTitle')}>{typed}</Unfold> : typed}
    </section>
  );
}
