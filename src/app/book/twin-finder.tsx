/** Finds a pair of rooms for people who meet in two buildings: the best pair is chosen, and each room of it can be changed. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import type { Twin } from '../../domain/booking/booking.ts';
import { rankPairs, type OfferedPair } from '../../domain/rooms/rank-pairs.ts';
import { isSameBuilding } from '../../domain/rooms/room-order.ts';
import type { RoomRequest } from '../../domain/rooms/room-request.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { TwinFields } from '../../ui/rooms/twin-fields.tsx';
import { TwinOffers } from '../../ui/rooms/twin-offers.tsx';
import { UnansweredRooms, UnsuitableRooms } from '../../ui/rooms/unsuitable-rooms.tsx';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { FailureLine } from '../../ui/shared/failure-line.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { type TwinSite, type TwinSites, withBuilding, withHeads } from './find-sites.ts';
import { TIME_PROBLEMS, type TwinDraft } from './meeting-draft.ts';
import type { RoomFinderProps } from './room-finder.tsx';
import { TimelineSection } from './timeline-section.tsx';
import { toRoomRequest } from './to-room-request.ts';
import { type FreeRooms, useFreeRooms } from './use-free-rooms.ts';

/** Places of each building shown at first, and added with each press. */
const PLACES = 4;

export interface TwinFinderProps extends RoomFinderProps {
  readonly twin: TwinDraft;
  readonly sites: TwinSites;
  readonly buildings: readonly string[];
  /** Undefined while the rooms are read. */
  readonly list: readonly Room[] | undefined;
  readonly near: string | undefined;
}

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 15rem), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  end: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

interface SiteRooms {
  readonly request: RoomRequest | undefined;
  readonly free: FreeRooms;
  readonly places: number;
  readonly onMore: () => void;
}

/** The rooms of one building, sized for those who sit in it. */
function useSiteRooms(props: TwinFinderProps, { building, heads }: TwinSite): SiteRooms {
  const { services, state, list, near, memory, edition } = props;
  const [places, setPlaces] = useState(PLACES);
  const { filters } = state.draft;
  const isWrong = state.problems.some((problem) => TIME_PROBLEMS.includes(problem));
  const times = isWrong ? undefined : state.times;
  const remembered = filters.needs.has('favourite') ? memory.memory : memory.atFirst;
  const request = useMemo(() => {
    if (times === undefined || heads === undefined) return undefined;
    const { text, needs } = filters;
    return toRoomRequest({
      ...{ times, heads, filters: { building, text, needs }, allowedBuildings: [], memory: remembered },
      near: isSameBuilding(near, building) ? near : undefined,
      neighbour: undefined,
    });
  }, [times, heads, filters, building, near, remembered]);
  const free = useFreeRooms({ readFreeBusy: services.readFreeBusy, rooms: list, request, enough: places, edition });
  return { request, free, places, onMore: () => setPlaces(places + PLACES) };
}

/** What was picked and is still offered; the best partner for it, or the best pair, for the rest. */
function findChosen(pairs: readonly OfferedPair[], picked: readonly (string | undefined)[]): OfferedPair | undefined {
  const isPicked = (room: Room, index: number): boolean => picked[index] === room.address;
  const score = ({ rooms }: OfferedPair): number => rooms.filter(isPicked).length;
  const most = Math.max(0, ...pairs.map(score));
  return pairs.find((pair) => score(pair) === most);
}

function useChosenPair(first: SiteRooms, second: SiteRooms) {
  const [picked, setPicked] = useState<readonly (string | undefined)[]>([undefined, undefined]);
  const [a, b] = [first.free.offers, second.free.offers];
  const pairs = useMemo(() => rankPairs(a, b), [a, b]);
  const isPending = first.free.pendingCount + second.free.pendingCount > 0;
  // until all have answered nothing is chosen but what the person picked
  const chosen = isPending && picked.every((one) => one === undefined) ? undefined : findChosen(pairs, picked);
  const pick = (index: number) => (address: string) =>
    setPicked(picked.map((before, at) => (at === index ? address : before)));
  return { chosen, pick };
}

/** The others on screen, of both buildings: the next pair is made of them. */
function listAlternatives(pair: OfferedPair, ...sites: readonly SiteRooms[]): readonly Room[] {
  return sites.flatMap(({ free }) => free.offers.map(({ room }) => room)).filter((room) => !pair.rooms.includes(room));
}

function PairChoice(props: TwinFinderProps & { readonly onTwin: OnTwin }): ReactNode {
  const { list, sites, state, onTwin } = props;
  const styles = useStyles();
  const words = useWords();
  const first = useSiteRooms(props, sites[0]);
  const second = useSiteRooms(props, sites[1]);
  const { chosen, pick } = useChosenPair(first, second);
  if (first.request === undefined || second.request === undefined) return <span>{words.t('rooms.needTimes')}</span>;
  const { request } = second;
  const failure = first.free.failure ?? second.free.failure;
  const isPending = list === undefined || first.free.pendingCount + second.free.pendingCount > 0;
  const toOffers = (site: SiteRooms, index: 0 | 1): ReactNode => (
    <TwinOffers
      building={sites[index].building}
      heads={sites[index].heads ?? 1}
      offers={site.free.offers}
      places={site.places}
      isPending={list === undefined || site.free.pendingCount > 0}
      hasMore={site.free.unaskedCount > 0 || site.free.offers.length > site.places}
      chosen={chosen?.rooms[index].address}
      onChoose={pick(index)}
      onMore={site.onMore}
    />
  );
  const book = (pair: OfferedPair): void =>
    onTwin(pair.rooms[0], { room: pair.rooms[1], heads: request.heads }, listAlternatives(pair, first, second));
  return (
    <>
      {failure !== undefined && (
        <Notice intent="warning" title={words.t('rooms.busyFailed')}>
          <FailureLine failure={failure} />
        </Notice>
      )}
      <div className={styles.pair}>
        {toOffers(first, 0)}
        {toOffers(second, 1)}
      </div>
      {!isPending && chosen === undefined && <span role="status">{words.t('twins.noPair')}</span>}
      <div className={styles.end}>
        <ActionButton
          appearance="primary"
          disabled={chosen === undefined || state.problems.length > 0}
          onPress={() => chosen !== undefined && book(chosen)}
        >
          {words.t('twins.book')}
        </ActionButton>
        {chosen !== undefined && (
          <span>
            <bdi>{words.list(chosen.rooms.map(({ name }) => name))}</bdi>
            {chosen.isConnected && <> · {words.t('twins.connected')}</>}
          </span>
        )}
      </div>
      <UnansweredRooms
        rooms={[...first.free.unanswered, ...second.free.unanswered]}
        onAgain={() => {
          first.free.again();
          second.free.again();
        }}
      />
      <UnsuitableRooms rooms={listUnsuitable(first, second)} />
      <TimelineSection {...props} request={toTimelineRequest(first.request, second.request)} />
    </>
  );
}

/** Of each building only its own rooms: the other's are not unsuitable, they are the other's. */
const listUnsuitable = (...all: readonly SiteRooms[]): FreeRooms['unsuitable'] =>
  all.flatMap(({ free }) => free.unsuitable.filter(({ why }) => why !== 'otherBuilding'));

/** Both buildings' rooms, big enough for the smaller half at least. */
const toTimelineRequest = (first: RoomRequest, second: RoomRequest): RoomRequest => ({
  ...first,
  heads: Math.min(first.heads, second.heads),
  buildings: [...(first.buildings ?? []), ...(second.buildings ?? [])],
});

type OnTwin = (room: Room, twin: Twin, alternatives: readonly Room[]) => void;

export function TwinFinder(props: TwinFinderProps): ReactNode {
  const { buildings, sites, twin, state, onBook } = props;
  const { onTwin } = state.actions;
  const [first] = sites;
  return (
    <>
      <TwinFields
        buildings={buildings}
        sites={sites.map(({ building, text, heads }) => ({ building, text, isWrong: heads === undefined }))}
        onBuilding={(index, building) => onTwin(withBuilding(twin, sites, index, building))}
        onHeads={(index, text) => onTwin(withHeads(twin, index, text))}
      />
      <PairChoice
        {...props}
        onTwin={(room, second, alternatives) =>
          onBook(room, alternatives, { pair: { heads: first.heads ?? 1, twin: second } })
        }
      />
    </>
  );
}
