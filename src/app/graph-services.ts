/** Everything that is asked of Graph, with the scopes each needs, whichever way it goes. */
import type { AgendaFirst } from '../domain/agenda/agenda-sources.ts';
import type { AgendaChoices } from '../domain/agenda/apply-choices.ts';
import { PURPOSE_SCOPES } from '../domain/contract/purpose.ts';
import type { Session } from '../domain/contract/session.ts';
import { Failure } from '../domain/failure.ts';
import type { RoomMemory } from '../domain/rooms/room-memory.ts';
import type { Room } from '../domain/rooms/room.ts';
import type { Graph } from '../graph/graph.ts';
import { probeCalendars } from '../graph/probe-calendars.ts';
import { readAgenda } from '../graph/read-agenda.ts';
import type { Way, Wish } from './choose-transport.ts';
import type { MemoryStore } from './memory-store.ts';
import type { FindRoomRule } from './room-rules.ts';
import type { Services } from './services.ts';

/** The one reading of all rooms, for however many ask. */
interface RoomListing {
  readonly all: Promise<readonly Room[]>;
  soFar: readonly Room[];
  readonly listeners: Set<(rooms: readonly Room[]) => void>;
}

/** What belongs to one signed-in person; a new one begins when the page forgets. */
export interface Life {
  readonly closed: AbortController;
  session?: Session;
  rooms?: RoomListing;
  roomMemory?: Promise<MemoryStore<RoomMemory>>;
  choices?: Promise<MemoryStore<AgendaChoices>>;
  /** Comes with the code of bookings. */
  roomRules?: Promise<FindRoomRule>;
  colleagues?: ReturnType<Services['openColleagues']>;
  /** In milliseconds: a consent given just now takes a few seconds to reach every server of Entra. */
  agreedAtMs?: number;
}

interface GraphSetup {
  readonly life: () => Life;
  readonly choose: (wish: Wish) => Promise<Way>;
  /** Scopes of the first sign-in beyond those without which nothing works. */
  readonly optional: readonly string[];
}

export const READ: readonly string[] = PURPOSE_SCOPES.agenda;
/** Names the buildings of the work plan. */
const PLACES = 'Place.Read.All';
const TEAMS = 'Team.ReadBasic.All';
const SHIFTS = 'Schedule.Read.All';

type AskedServices = Pick<
  Services,
  | 'readAgenda'
  | 'readAgendaRest'
  | 'readChanges'
  | 'listRooms'
  | 'openRoomMemory'
  | 'openAgendaChoices'
  | 'readFreeBusy'
  | 'readLongFreeBusy'
>;

export interface Asked extends AskedServices {
  /** Gets the token for the agenda while something else is waited for; the agenda will tell what fails. */
  readonly warmUp: () => void;
}

const isRefused = (error: unknown): boolean => error instanceof Failure && error.code === 'not_allowed';

const toAgendaWish = (optional: readonly string[], withTeams: boolean): Wish => ({
  scopes: READ,
  optional: [...optional, PLACES, ...(withTeams ? [TEAMS] : [])],
});

/** In a batch Graph refuses each item for itself and names no scope; asked alone, our relay tells which one is missing. */
async function nameRefusal(graph: Graph, error: unknown): Promise<never> {
  if (error instanceof Failure && error.code === 'access_denied') await probeCalendars(graph);
  throw error;
}

/** Whether Teams may be asked is known with the session only; a relay that may not ask them refuses the whole batch. */
const toReadAgenda =
  ({ life, choose, optional }: GraphSetup): Asked['readAgenda'] =>
  async (window) => {
    const withTeams = life().session?.features.shifts ?? true;
    const { graph, granted, name } = await choose(toAgendaWish(optional, withTeams));
    const ask = (teams: boolean): Promise<AgendaFirst> =>
      readAgenda(graph, { window, withTeams: teams, ...(granted ? { granted } : {}) });
    return ask(withTeams)
      .catch((error: unknown) => {
        if (withTeams && isRefused(error)) return ask(false);
        throw error;
      })
      .catch((error: unknown) => {
        if (name === 'relay') return nameRefusal(graph, error);
        throw error;
      });
  };

const toReadAgendaRest =
  ({ life, choose }: GraphSetup): Asked['readAgendaRest'] =>
  async ({ teams, ...request }) => {
    const { session } = life();
    const withShifts = session?.features.shifts === true && teams.length > 0;
    const { graph, granted } = await choose({ scopes: READ, optional: withShifts ? [TEAMS, SHIFTS] : [] });
    const isMissing = withShifts && granted?.has(SHIFTS) === false;
    // the agenda stands already; how to read the rest comes while it is being looked at
    const { readRestInTurn } = await import(/* webpackChunkName: "rest" */ '../graph/read-rest-in-turn.ts');
    const rest = await readRestInTurn(graph, {
      ...request,
      teams: withShifts && !isMissing ? teams : [],
      teamBuildings: session?.organisation.teamBuildings ?? [],
    });
    if (!isMissing) return rest;
    const failure = new Failure('consent_required', { scopes: [SHIFTS] });
    return { ...rest, problems: [...rest.problems, { source: 'teamsShifts', failure }] };
  };

/** Asked once a page load; after a failure the next visit asks anew. */
const toListRooms =
  ({ life, choose }: GraphSetup): Asked['listRooms'] =>
  async ({ building, onRooms } = {}) => {
    const mine = life();
    const read = async (): Promise<readonly Room[]> => {
      const { graph } = await choose({ scopes: [PLACES] });
      const { streamRooms } = await import(/* webpackChunkName: "rooms" */ '../graph/stream-rooms.ts');
      return streamRooms(graph, { ...(building === undefined ? {} : { building }), onRooms: tell });
    };
    const tell = (rooms: readonly Room[]): void => {
      if (mine.rooms === undefined) return;
      mine.rooms.soFar = rooms;
      for (const listener of mine.rooms.listeners) listener(rooms);
    };
    mine.rooms ??= { all: read(), soFar: [], listeners: new Set() };
    const { all, soFar, listeners } = mine.rooms;
    if (onRooms !== undefined) {
      listeners.add(onRooms);
      if (soFar.length > 0) onRooms(soFar);
    }
    try {
      return await all;
    } catch (error) {
      if (mine.rooms?.all === all) delete mine.rooms;
      throw error;
    } finally {
      if (onRooms !== undefined) listeners.delete(onRooms);
    }
  };

/** What failed to open is opened anew the next time. */
const dropFailed =
  (drop: () => void) =>
  (error: unknown): never => {
    drop();
    throw error;
  };

const toOpenRoomMemory =
  ({ life, choose }: GraphSetup): Asked['openRoomMemory'] =>
  () => {
    const mine = life();
    mine.roomMemory ??= import(/* webpackChunkName: "rooms" */ './open-room-memory.ts')
      .then(({ openRoomMemory }) => openRoomMemory(choose))
      .catch(dropFailed(() => delete mine.roomMemory));
    return mine.roomMemory;
  };

const toOpenAgendaChoices =
  ({ life, choose }: GraphSetup): Asked['openAgendaChoices'] =>
  () => {
    const mine = life();
    mine.choices ??= import(/* webpackChunkName: "choices" */ './open-agenda-choices.ts')
      .then(({ openAgendaChoices }) => openAgendaChoices(choose))
      .catch(dropFailed(() => delete mine.choices));
    return mine.choices;
  };

export function createGraphServices(setup: GraphSetup): Asked {
  return {
    warmUp: () => void setup.choose(toAgendaWish(setup.optional, true)).catch(() => undefined),
    readAgenda: toReadAgenda(setup),
    readAgendaRest: toReadAgendaRest(setup),
    readChanges: async (window, since) => {
      const { graph } = await setup.choose({ scopes: READ, optional: setup.optional });
      const { readChanges } = await import(/* webpackChunkName: "changes" */ '../graph/read-changes.ts');
      return readChanges(graph, { window, since });
    },
    listRooms: toListRooms(setup),
    openRoomMemory: toOpenRoomMemory(setup),
    openAgendaChoices: toOpenAgendaChoices(setup),
    readFreeBusy: async (addresses, window, onAnswer) => {
      const { graph } = await setup.choose({ scopes: READ, optional: setup.optional });
      const { readFreeBusy } = await import(/* webpackChunkName: "rooms" */ '../graph/read-free-busy.ts');
      return readFreeBusy(graph, { addresses, window, ...(onAnswer ? { onAnswer } : {}) });
    },
    readLongFreeBusy: async (addresses, window, onAnswer) => {
      const { graph } = await setup.choose({ scopes: READ, optional: setup.optional });
      const { readLongFreeBusy } = await import(/* webpackChunkName: "series" */ '../graph/read-long-free-busy.ts');
      return readLongFreeBusy(graph, { addresses, window, ...(onAnswer ? { onAnswer } : {}) });
    },
  };
}
