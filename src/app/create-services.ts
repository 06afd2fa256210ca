/** Puts together everything that the screens ask for: our server, Graph by one of two ways, and bookings. */
import type { ClientConfig } from '../domain/contract/client-config.ts';
import type { Session } from '../domain/contract/session.ts';
import { Failure } from '../domain/failure.ts';
import { createBackend } from '../backend/create-backend.ts';
import type { Host } from '../host/host.ts';
import type { BookingDesk } from './booking-desk.ts';
import { type Way, type Ways, type WaySetup, type Wish, createWays } from './choose-transport.ts';
import { type Asked, type Life, READ, createGraphServices } from './graph-services.ts';
import { createLazyDesk } from './lazy-desk.ts';
import { type ServerClock, createServerClock } from './server-clock.ts';
import type { Services } from './services.ts';

export interface ServicesSetup extends Omit<WaySetup, 'client'> {
  readonly host: Host;
  readonly config: ClientConfig;
  /** A UUID. */
  readonly newId: () => string;
  /** Asks the person, in a window, to agree to what our server needs on their behalf. */
  readonly askConsent?: () => Promise<void>;
}

interface Lives {
  readonly get: () => Life;
  /** Ends all that is under way, and drops what was read. */
  readonly renew: () => void;
  readonly desk: () => BookingDesk;
  readonly asked: Asked;
}

/** One life for each signed-in person: calls and bookings belong to it and end with it. */
function createLives(setup: ServicesSetup, ways: Ways, serverClock: ServerClock): Lives {
  const { config, clock, newId, askConsent, hasGesture = () => false } = setup;
  let life: Life = { closed: new AbortController() };
  const chooseIn = async (mine: Life, wish: Wish): Promise<Way> => {
    if (mine.closed.signal.aborted) throw new Failure('cancelled');
    return ways.choose(mine.session, wish, mine.closed.signal);
  };
  const choose = (wish: Wish): Promise<Way> => chooseIn(life, wish);
  const asked = createGraphServices({
    ...{ life: () => life, choose, sleep: clock.sleep },
    optional: config.baseScopes.filter((scope) => !READ.includes(scope)),
    askConsent: () => (hasGesture() ? askConsent : undefined),
  });
  const openDesk = (mine: Life): BookingDesk =>
    createLazyDesk(async () => {
      const [{ createBookingDesk }, { createEventCalls }] = await Promise.all([
        import(/* webpackChunkName: "booking" */ './booking-desk.ts'),
        import(/* webpackChunkName: "booking" */ './event-calls.ts'),
      ]);
      return createBookingDesk({
        ...createEventCalls((wish) => chooseIn(mine, wish)),
        ...{ readFreeBusy: asked.readFreeBusy, now: serverClock.now, sleep: clock.sleep, newId },
      });
    });
  let desk = openDesk(life);
  const renew = (): void => {
    life.closed.abort();
    life = { closed: new AbortController() };
    desk = openDesk(life);
  };
  return { get: () => life, renew, desk: () => desk, asked };
}

const isSameUser = ({ user: a }: Session, { user: b }: Session): boolean =>
  a.tenantId === b.tenantId && a.objectId === b.objectId;

export function createServices(setup: ServicesSetup): Services {
  const { host, config, origin, fetch, clock, getApiToken, nested } = setup;
  const client = `${host.name}/${host.device}`;
  const serverClock = createServerClock(clock.now);
  const ways = createWays({ ...setup, client });
  const lives = createLives(setup, ways, serverClock);
  const backend = createBackend({
    ...{ baseUrl: origin, getToken: getApiToken, fetch, client },
    onServerTime: serverClock.hear,
  });
  const forget = (): void => {
    lives.renew();
    nested?.forget();
  };
  const openSession = async (): Promise<Session> => {
    const mine = lives.get();
    // the token beside the door, so that the agenda needs only one more round trip; a failure is told when it is needed
    if (mine.session === undefined && ways.hint(undefined) === 'direct') lives.asked.warmUp();
    const session = await backend.openSession({ host: host.name, device: host.device });
    if (mine === lives.get()) {
      if (mine.session !== undefined && !isSameUser(mine.session, session)) forget();
      lives.get().session = session;
    }
    return session;
  };
  const { readAgenda, readAgendaRest, listRooms, readFreeBusy } = lives.asked;
  return {
    host,
    now: serverClock.now,
    version: config.version,
    openSession,
    readConnection: backend.readConnection,
    changeConnection: backend.changeConnection,
    deleteConnection: backend.deleteConnection,
    forget,
    transportHint: () => ways.hint(lives.get().session),
    ...{ readAgenda, readAgendaRest, listRooms, readFreeBusy },
    bookRoom: (request, room, alternatives) => lives.desk().bookRoom(request, room, alternatives),
    resumeHold: (event) => lives.desk().resumeHold(event),
  };
}
