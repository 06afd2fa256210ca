/** What may be known of colleagues, each source for itself: switched off, not agreed to and failed are answers too. */
import type { JoinedTeam, Window } from '../../domain/agenda/agenda-sources.ts';
import type { Session } from '../../domain/contract/session.ts';
import { Failure } from '../../domain/failure.ts';
import type { BusyBlock } from '../../domain/rooms/free-busy.ts';
import type { Colleague } from '../../domain/shifts/colleague.ts';
import type { ColleagueKnowledge, Presences, Told } from '../../domain/shifts/colleague-knowledge.ts';
import type { ColleagueShifts } from '../../domain/shifts/whereabouts.ts';
import { buildingsCall, parseBuildings } from '../../graph/list-buildings.ts';
import { listTeams } from '../../graph/list-teams.ts';
import { readColleagueShifts } from '../../graph/read-colleague-shifts.ts';
import { readPhotos } from '../../graph/read-photos.ts';
import { readPresences } from '../../graph/read-presences.ts';
import { readFreeBusy } from '../../graph/read-free-busy.ts';
import { joinCalls } from '../../graph/join-calls.ts';
import { awaitTurn, takeTurn } from '../../graph/schedule-turns.ts';
import type { Graph, GraphClock } from '../../graph/graph.ts';
import { readRoom, type RoomPlace } from '../../graph/read-room.ts';
import { searchPeople } from '../../graph/search-people.ts';
import type { Way, Wish } from '../choose-transport.ts';
import { READ } from '../graph-services.ts';
import { createDirectory } from './directory.ts';
import { holdShifts } from './held-shifts.ts';

export interface LearnRequest {
  readonly window: Window;
  /** Addresses of people of meetings. */
  readonly addresses?: readonly string[];
  /** Object ids, where they are known already. */
  readonly ids?: readonly string[];
  /** Presence is true of now alone; asked only where now matters. */
  readonly withPresence: boolean;
}

export interface Learned {
  readonly knowledge: ColleagueKnowledge;
  /** Whom the directory knows, by address and by object id in lower case. */
  readonly people: Told<ReadonlyMap<string, Colleague>>;
}

export interface ColleagueServices {
  /**
   * Published shifts and times off in the schedules of all my teams, with the buildings that the administrator mapped;
   * a day more than asked on both sides.
   */
  readonly readShifts: (window: Window) => Promise<Told<ColleagueShifts>>;
  /** By address and by object id in lower case; whom the directory does not know is missing. */
  readonly findColleagues: (
    asked: Pick<LearnRequest, 'addresses' | 'ids'>,
  ) => Promise<Told<ReadonlyMap<string, Colleague>>>;
  /** Everything that the organisation shows of these people in this time. */
  readonly learn: (asked: LearnRequest) => Promise<Learned>;
  /** People by what was typed of their name or address; fails with `consent_required` where it was not agreed to. */
  readonly search: (typed: string) => Promise<readonly Colleague[]>;
  /** Data URLs by object id in lower case; empty where photos can't be read this way. */
  readonly readPhotos: (objectIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly readRoom: (address: string) => Promise<RoomPlace>;
}

export interface ColleagueSetup {
  readonly session: () => Session | undefined;
  readonly choose: (wish: Wish) => Promise<Way>;
  readonly now: () => Temporal.Instant;
  readonly sleep: GraphClock['sleep'];
}

const PLACES = 'Place.Read.All';
const SHIFTS = ['Team.ReadBasic.All', 'Schedule.Read.All'] as const;
const PRESENCE = ['Presence.Read.All'] as const;
const DIRECTORY = ['User.ReadBasic.All'] as const;
const PEOPLE = ['People.Read', 'User.ReadBasic.All'] as const;

type BuildingNames = ReadonlyMap<string, string>;
const NO_NAMES: BuildingNames = new Map();

const isConsent = ({ code }: Failure): boolean => code === 'consent_required' || code === 'access_denied';

/** A failure is an answer; only what was cancelled, and a mistake of ours, is none. */
async function tell<T>(isOn: boolean, read: () => Promise<T>): Promise<Told<T>> {
  if (!isOn) return { why: 'switchedOff' };
  try {
    return { told: await read() };
  } catch (error) {
    if (!(error instanceof Failure) || error.code === 'cancelled') throw error;
    return { why: isConsent(error) ? 'notConsented' : 'failed' };
  }
}

/** Everything that the organisation's switches may ask for, so that one token serves all of one moment. */
function listScopes(session: Session | undefined): readonly string[] {
  const { shifts, presence, people } = session?.features ?? {};
  return [
    ...[PLACES, ...(shifts ? SHIFTS : []), ...(presence ? PRESENCE : [])],
    ...(people ? PEOPLE : shifts || presence ? DIRECTORY : []),
  ];
}

/** Opens no window: what is missing is said, and the person decides. What is asked at the same moment is asked at once. */
function toAsk({ session, choose, sleep }: ColleagueSetup) {
  let choosing: Promise<Way> | undefined;
  const chooseOnce = (): Promise<Way> => {
    choosing ??= choose({ scopes: READ, optional: listScopes(session()) }).finally(() => {
      choosing = undefined;
    });
    return choosing;
  };
  const graph = joinCalls(async () => (await chooseOnce()).graph, { sleep });
  return async (scopes: readonly string[]): Promise<Graph> => {
    const { granted } = await chooseOnce();
    const missing = scopes.filter((scope) => granted?.has(scope) === false);
    if (missing.length > 0) throw new Failure('consent_required', { scopes: missing });
    return graph;
  };
}

/** Asked once for as long as the person is signed in; after a failure anew. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let held: Promise<T> | undefined;
  return () => {
    held ??= read().catch((error: unknown) => {
      held = undefined;
      throw error;
    });
    return held;
  };
}

/** Begun early and awaited later, or by nobody: then its failure is nobody's. */
function begin<T>(begun: Promise<T>): Promise<T> {
  begun.catch(() => undefined);
  return begun;
}

async function readBusy(
  graph: Graph,
  addresses: readonly string[],
  window: Window,
): Promise<ReadonlyMap<string, readonly BusyBlock[]>> {
  const answers = addresses.length === 0 ? [] : await readFreeBusy(graph, { addresses, window });
  return new Map(
    answers.flatMap((one) => (one.state === 'known' ? [[one.address.toLowerCase(), one.blocks] as const] : [])),
  );
}

/** One team that refuses costs only itself; where all do, the scope is missing or nothing is known. */
function requireAnswer(shifts: ColleagueShifts, teams: readonly JoinedTeam[]): ColleagueShifts {
  const [first] = shifts.problems;
  if (first !== undefined && shifts.problems.length === teams.length) throw first.failure;
  return shifts;
}

/** Begins to ask for names of buildings; without them it is still known who is in an office. */
const toOpenPresence =
  (ask: (scopes: readonly string[]) => Promise<Graph>, buildings: () => Promise<BuildingNames> | undefined) =>
  (isAsked: boolean): Promise<[Graph, BuildingNames]> => {
    const named = isAsked ? buildings()?.catch(() => NO_NAMES) : undefined;
    return begin(Promise.all([ask(isAsked ? PRESENCE : []), named ?? NO_NAMES]));
  };

const toTurns = (session: Session | undefined): string => session?.user.objectId ?? '';

const toReadSchedules =
  (
    setup: Pick<ColleagueSetup, 'session'>,
    ask: (scopes: readonly string[]) => Promise<Graph>,
    teams: () => Promise<readonly JoinedTeam[]>,
  ) =>
  async (takeWindow: () => Window): Promise<ColleagueShifts> => {
    const [graph, joined] = await Promise.all([ask(SHIFTS), teams()]);
    const session = setup.session();
    const { teamBuildings = [] } = session?.organisation ?? {};
    return takeTurn(toTurns(session), async () =>
      requireAnswer(await readColleagueShifts(graph, { window: takeWindow(), teams: joined, teamBuildings }), joined),
    );
  };

export function createColleagueServices(setup: ColleagueSetup): ColleagueServices {
  const { session, choose, now } = setup;
  const ask = toAsk(setup);
  const isOn = (feature: keyof Session['features']): boolean => session()?.features[feature] === true;
  const teams = once(async () => listTeams(await ask(SHIFTS)));
  const buildings = once(async () => parseBuildings((await (await ask([PLACES])).send(buildingsCall)).body));
  const directory = createDirectory(() => ask(DIRECTORY));
  const heldShifts = holdShifts(toReadSchedules(setup, ask, teams), now);
  const readShifts: ColleagueServices['readShifts'] = (window) => tell(isOn('shifts'), () => heldShifts(window));
  const findColleagues: ColleagueServices['findColleagues'] = (asked) =>
    tell(isOn('shifts') || isOn('presence') || isOn('people'), () => directory.find(asked));
  const readPresence = (ids: readonly string[], asking: Promise<[Graph, BuildingNames]>): Promise<Told<Presences>> =>
    tell(isOn('presence'), async () => {
      const [graph, known] = await asking;
      return { asOf: now(), places: await readPresences(graph, { ids, buildings: known }) };
    });
  const openPresence = toOpenPresence(ask, () => (isOn('presence') ? buildings() : undefined));
  return {
    readShifts,
    findColleagues,
    learn: async ({ window, addresses = [], ids = [], withPresence }) => {
      // begun at once, so that what needs to know who is who is asked together
      const opened = begin(ask([]));
      const presenceOpened = openPresence(withPresence);
      const readPeople = async () => {
        const people = await findColleagues({ addresses, ids });
        const known = [...new Set('told' in people ? people.told.values() : [])].filter((one) => !one.isExternal);
        // of another organisation's calendar nothing is asked, where it is known who is who
        const asked = 'told' in people ? known.map(({ address }) => address) : addresses;
        const mails = new Set(asked.map((one) => one.toLowerCase()));
        mails.delete('');
        await awaitTurn(toTurns(session()));
        const [presence, freeBusy] = await Promise.all([
          withPresence
            ? readPresence(
                known.map(({ objectId }) => objectId),
                presenceOpened,
              )
            : { told: { asOf: now(), places: new Map<string, never>() } },
          tell(isOn('freeBusy'), async () => readBusy(await opened, [...mails], window)),
        ]);
        return { people, presence, freeBusy };
      };
      // all at once: where the person leaves meanwhile, each of them is refused
      const [shifts, { people, presence, freeBusy }] = await Promise.all([readShifts(window), readPeople()]);
      return { people, knowledge: { shifts, presence, freeBusy } };
    },
    search: async (typed) => searchPeople(await ask(PEOPLE), typed),
    readPhotos: async (objectIds) => {
      if (!isOn('people')) return new Map();
      const { graph, name } = await choose({ scopes: READ, optional: DIRECTORY });
      return name === 'relay' || objectIds.length === 0 ? new Map() : readPhotos(graph, objectIds);
    },
    readRoom: async (address) => readRoom(await ask([PLACES]), address),
  };
}
