/** Puts together everything that the screens ask for: our server, Graph by one of two ways, and bookings. */
import type { ClientConfig } from '../domain/contract/client-config.ts';
import type { Session } from '../domain/contract/session.ts';
import type { NestedAuth } from '../auth/nested.ts';
import { createBackend } from '../backend/create-backend.ts';
import type { GraphClock, TokenNeed } from '../graph/graph.ts';
import type { Host } from '../host/host.ts';
import { createBookingDesk } from './booking-desk.ts';
import { type Way, type Wish, createWays } from './choose-transport.ts';
import { type Life, READ, createEventCalls, createGraphServices } from './graph-services.ts';
import { createServerClock } from './server-clock.ts';
import type { Services } from './services.ts';

export interface ServicesSetup {
  readonly host: Host;
  readonly config: ClientConfig;
  /** Our own origin, without a trailing slash. */
  readonly origin: string;
  readonly fetch: typeof fetch;
  readonly clock: GraphClock;
  /** A UUID. */
  readonly newId: () => string;
  /** The token for our own API, asked anew for each call. */
  readonly getApiToken: (need: TokenNeed) => Promise<string>;
  /** Absent where the host offers no nested app authentication. */
  readonly nested?: NestedAuth;
}

const isSameUser = ({ user: a }: Session, { user: b }: Session): boolean =>
  a.tenantId === b.tenantId && a.objectId === b.objectId;

export function createServices(setup: ServicesSetup): Services {
  const { host, config, origin, fetch, clock, getApiToken, nested, newId } = setup;
  const client = `${host.name}/${host.device}`;
  const serverClock = createServerClock(clock.now);
  const ways = createWays({ config, origin, fetch, clock, client, getApiToken, ...(nested ? { nested } : {}) });
  const backend = createBackend({
    ...{ baseUrl: origin, getToken: getApiToken, fetch, client },
    onServerTime: serverClock.hear,
  });
  let life: Life = { closed: new AbortController() };
  const choose = (wish: Wish): Promise<Way> => ways.choose(life.session, wish, life.closed.signal);
  const optional = config.baseScopes.filter((scope) => !READ.includes(scope));
  const asked = createGraphServices({ life: () => life, choose, optional });
  const calls = createEventCalls(choose);
  const { sleep } = clock;
  const desk = createBookingDesk({
    ...calls,
    ...{ readFreeBusy: asked.readFreeBusy, now: serverClock.now, sleep, newId },
  });

  const forget = (): void => {
    life.closed.abort();
    life = { closed: new AbortController() };
    nested?.forget();
    desk.forget();
  };

  const openSession = async (): Promise<Session> => {
    const mine = life;
    // the token beside the door, so that the agenda needs only one more round trip; a failure is told when it is needed
    if (mine.session === undefined && ways.hint(undefined) === 'direct') {
      choose({ scopes: READ, optional }).catch(() => undefined);
    }
    const session = await backend.openSession({ host: host.name, device: host.device });
    if (mine === life) {
      if (mine.session !== undefined && !isSameUser(mine.session, session)) forget();
      life.session = session;
    }
    return session;
  };

  return {
    host,
    now: serverClock.now,
    version: config.version,
    openSession,
    readConnection: backend.readConnection,
    changeConnection: backend.changeConnection,
    deleteConnection: backend.deleteConnection,
    forget,
    transportHint: () => ways.hint(life.session),
    ...asked,
    bookRoom: desk.bookRoom,
    resumeHold: desk.resumeHold,
  };
}
