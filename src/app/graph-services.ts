/** Everything that is asked of Graph, with the scopes each needs, whichever way it goes. */
import type { AgendaFirst } from '../domain/agenda/agenda-sources.ts';
import type { Session } from '../domain/contract/session.ts';
import { Failure } from '../domain/failure.ts';
import type { Room } from '../domain/rooms/room.ts';
import { readAgenda } from '../graph/read-agenda.ts';
import { readAgendaRest } from '../graph/read-agenda-rest.ts';
import type { Way, Wish } from './choose-transport.ts';
import type { Services } from './services.ts';

/** What belongs to one signed-in person; a new one begins when the page forgets. */
export interface Life {
  readonly closed: AbortController;
  session?: Session;
  rooms?: Promise<readonly Room[]>;
}

interface GraphSetup {
  readonly life: () => Life;
  readonly choose: (wish: Wish) => Promise<Way>;
  /** Scopes of the first sign-in beyond those without which nothing works. */
  readonly optional: readonly string[];
  /** Asks the person for consent in a window; present only right after they did something. */
  readonly askConsent: () => (() => Promise<void>) | undefined;
  readonly sleep: (ms: number) => Promise<void>;
}

export const READ: readonly string[] = ['User.Read', 'Calendars.Read'];
/** Names the buildings of the work plan. */
const PLACES = 'Place.Read.All';
const TEAMS = 'Team.ReadBasic.All';
const SHIFTS = 'Schedule.Read.All';

export interface Asked extends Pick<Services, 'readAgenda' | 'readAgendaRest' | 'listRooms' | 'readFreeBusy'> {
  /** Gets the token for the agenda while something else is waited for; the agenda will tell what fails. */
  readonly warmUp: () => void;
}

const isRefused = (error: unknown): boolean => error instanceof Failure && error.code === 'not_allowed';

const toAgendaWish = (optional: readonly string[], withTeams: boolean): Wish => ({
  scopes: READ,
  optional: [...optional, PLACES, ...(withTeams ? [TEAMS] : [])],
});

const isUnconsented = (error: unknown): boolean => error instanceof Failure && error.code === 'consent_required';

/** Consent takes a few seconds to reach every server of Entra (Teams docs: tab SSO with Graph). */
const PROPAGATION_MS = [1_000, 2_000, 4_000];

async function afterConsent<T>(run: () => Promise<T>, sleep: GraphSetup['sleep']): Promise<T> {
  for (const waitMs of PROPAGATION_MS) {
    try {
      return await run();
    } catch (error) {
      if (!isUnconsented(error)) throw error;
      await sleep(waitMs);
    }
  }
  return run();
}

/** Whether Teams may be asked is known with the session only; a relay that may not ask them refuses the whole batch. */
const toReadAgenda =
  ({ life, choose, optional, askConsent, sleep }: GraphSetup): Asked['readAgenda'] =>
  async (window) => {
    const consent = askConsent();
    const withTeams = life().session?.features.shifts ?? true;
    const { graph, granted, name } = await choose(toAgendaWish(optional, withTeams));
    const ask = (teams: boolean): Promise<AgendaFirst> =>
      readAgenda(graph, { window, withTeams: teams, ...(granted ? { granted } : {}) });
    const askEither = (): Promise<AgendaFirst> =>
      ask(withTeams).catch((error: unknown) => {
        if (withTeams && isRefused(error)) return ask(false);
        throw error;
      });
    return askEither().catch(async (error: unknown) => {
      if (name !== 'relay' || consent === undefined || !isUnconsented(error)) throw error;
      await consent();
      return afterConsent(askEither, sleep);
    });
  };

const toReadAgendaRest =
  ({ life, choose }: GraphSetup): Asked['readAgendaRest'] =>
  async ({ teams, ...request }) => {
    const withShifts = life().session?.features.shifts === true && teams.length > 0;
    const { graph, granted } = await choose({ scopes: READ, optional: withShifts ? [TEAMS, SHIFTS] : [] });
    const isMissing = withShifts && granted?.has(SHIFTS) === false;
    const rest = await readAgendaRest(graph, { ...request, teams: withShifts && !isMissing ? teams : [] });
    if (!isMissing) return rest;
    const failure = new Failure('consent_required', { scopes: [SHIFTS] });
    return { ...rest, problems: [...rest.problems, { source: 'teamsShifts', failure }] };
  };

/** Asked once a page load; after a failure the next visit asks anew. */
const toListRooms =
  ({ life, choose }: GraphSetup): Asked['listRooms'] =>
  () => {
    const mine = life();
    mine.rooms ??= choose({ scopes: [PLACES] })
      .then(async ({ graph }) => {
        const { listRooms } = await import(/* webpackChunkName: "rooms" */ '../graph/list-rooms.ts');
        return listRooms(graph);
      })
      .catch((error: unknown) => {
        delete mine.rooms;
        throw error;
      });
    return mine.rooms;
  };

export function createGraphServices(setup: GraphSetup): Asked {
  return {
    warmUp: () => void setup.choose(toAgendaWish(setup.optional, true)).catch(() => undefined),
    readAgenda: toReadAgenda(setup),
    readAgendaRest: toReadAgendaRest(setup),
    listRooms: toListRooms(setup),
    readFreeBusy: async (addresses, window, onAnswer) => {
      const { graph } = await setup.choose({ scopes: READ, optional: setup.optional });
      const { readFreeBusy } = await import(/* webpackChunkName: "rooms" */ '../graph/read-free-busy.ts');
      return readFreeBusy(graph, { addresses, window, ...(onAnswer ? { onAnswer } : {}) });
    },
  };
}
