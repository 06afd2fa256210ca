/** Puts together everything that the screens ask for: our server, Graph by one of two ways, and bookings. */
import type { ClientConfig } from '../domain/contract/client-config.ts';
import type { Purpose } from '../domain/contract/purpose.ts';
import type { Session } from '../domain/contract/session.ts';
import { Failure } from '../domain/failure.ts';
import type { BackendSetup } from '../backend/call-backend.ts';
import { createBackend } from '../backend/create-backend.ts';
import type { Host } from '../host/host.ts';
import type { BookingDesk } from './booking-desk.ts';
import { createCallLedger } from './call-ledger.ts';
import { type Way, type Ways, type WaySetup, type Wish, createWays } from './choose-transport.ts';
import { type Asked, type Life, READ, createGraphServices } from './graph-services.ts';
import { createLazyDesk } from './lazy-desk.ts';
import type { FindRoomRule } from './room-rules.ts';
import { type ServerClock, createServerClock } from './server-clock.ts';
import type { Services } from './services.ts';
import { awaitConsent } from './session/await-consent.ts';
import type { Agreement, AgreementSetup } from './session/agreement.ts';
import { createAccount, type OwnSignIn } from './session/account.ts';
import { type ApiToken, type AskApiToken, createApiToken } from './session/api-token.ts';
import { readAccount } from './session/read-account.ts';
import { toFailure } from './to-failure.ts';

export interface ServicesSetup extends Omit<WaySetup, 'client' | 'getApiToken' | 'report' | 'onRelayFailure'> {
  /** The host's token for our own server. */
  readonly getApiToken: AskApiToken;
  readonly host: Host;
  readonly config: ClientConfig;
  /** A UUID. */
  readonly newId: () => string;
  /** Asks the person, in a window, to agree to what our server needs on their behalf. */
  readonly askConsent?: (purpose: Purpose) => Promise<void>;
  /** Only in a plain browser, where the page itself signs the person in. */
  readonly ownSignIn?: OwnSignIn;
}

/** So long after a consent its absence may still be a matter of time. */
const AGREED_MS = 15_000;

interface Lives {
  readonly get: () => Life;
  /** Ends all that is under way, and drops what was read. */
  readonly renew: () => void;
  readonly desk: () => BookingDesk;
  readonly openBookings: Services['openBookings'];
  readonly openAnswers: Services['openAnswers'];
  readonly openColleagues: Services['openColleagues'];
  readonly findRoomRule: FindRoomRule;
  readonly openPlanning: Services['openPlanning'];
  readonly asked: Asked;
  readonly choose: (wish: Wish) => Promise<Way>;
}

/** What was imported of rooms belongs to one life, and its code comes with that of bookings. */
const toFindRoomRule =
  (mine: Life, server: BackendSetup): FindRoomRule =>
  async (address) => {
    mine.roomRules ??= import(/* webpackChunkName: "booking" */ './room-rules.ts').then(({ createFindRoomRule }) =>
      createFindRoomRule({ session: () => mine.session, server }),
    );
    return (await mine.roomRules)(address);
  };

/** Throws `cancelled` in a life that has ended, also where it ended meanwhile: another account's token says nothing to it. */
const toChooseIn =
  (ways: Ways) =>
  async (mine: Life, wish: Wish): Promise<Way> => {
    const requireAlive = (): void => {
      if (mine.closed.signal.aborted) throw new Failure('cancelled');
    };
    requireAlive();
    try {
      return await ways.choose(mine.session, wish, mine.closed.signal);
    } finally {
      requireAlive();
    }
  };

/** What was learned of colleagues belongs to one life too. */
const toOpenColleagues =
  (
    life: () => Life,
    chooseIn: (mine: Life, wish: Wish) => Promise<Way>,
    parts: Pick<Services, 'now'> & Pick<ServicesSetup['clock'], 'sleep'>,
  ): Services['openColleagues'] =>
  () => {
    const mine = life();
    const setup = { ...parts, session: () => mine.session, choose: (wish: Wish) => chooseIn(mine, wish) };
    mine.colleagues ??= import(/* webpackChunkName: "colleagues" */ './colleagues/colleague-services.ts').then(
      ({ createColleagueServices }) => createColleagueServices(setup),
    );
    return mine.colleagues;
  };

interface LifeCalls {
  readonly choose: (wish: Wish) => Promise<Way>;
  readonly patiently: <T>(run: () => Promise<T>) => Promise<T>;
  readonly findRoomRule: FindRoomRule;
  readonly sleep: ServicesSetup['clock']['sleep'];
}

/** Sets of calls whose code comes when they are first asked for, each made for the life that asked. */
const toOpens = (
  callsNow: () => LifeCalls,
  planning: Pick<ServicesSetup, 'newId'> & Pick<Services, 'now'>,
): Pick<Services, 'openBookings' | 'openAnswers' | 'openPlanning'> => ({
  openBookings: async () => {
    const calls = callsNow();
    const { createBookingsServices } = await import(
      /* webpackChunkName: "bookings" */ './bookings/bookings-services.ts'
    );
    return createBookingsServices(calls);
  },
  openAnswers: async () => {
    const calls = callsNow();
    const { createAnswerServices } = await import(/* webpackChunkName: "answers" */ './answers/answer-services.ts');
    return createAnswerServices(calls);
  },
  openPlanning: async () => {
    const calls = { ...callsNow(), ...planning };
    const { createPlanningServices } = await import(
      /* webpackChunkName: "planning" */ './planning/planning-services.ts'
    );
    return createPlanningServices(calls);
  },
});

/** One life for each signed-in person: calls and bookings belong to it and end with it. */
function createLives(
  setup: ServicesSetup & { readonly server: BackendSetup },
  ways: Ways,
  serverClock: ServerClock,
): Lives {
  const { config, clock, newId, server } = setup;
  let life: Life = { closed: new AbortController() };
  const chooseIn = toChooseIn(ways);
  const choose = (wish: Wish): Promise<Way> => chooseIn(life, wish);
  const asked = createGraphServices({
    ...{ life: () => life, choose },
    optional: config.baseScopes.filter((scope) => !READ.includes(scope)),
  });
  const patientlyIn =
    (mine: Life) =>
    <T>(run: () => Promise<T>): Promise<T> =>
      clock.now() - (mine.agreedAtMs ?? -Infinity) < AGREED_MS ? awaitConsent(run, clock.sleep) : run();
  const toCalls = (mine: Life): LifeCalls => ({
    choose: (wish: Wish) => chooseIn(mine, wish),
    patiently: patientlyIn(mine),
    findRoomRule: toFindRoomRule(mine, server),
    sleep: clock.sleep,
  });
  const openDesk = (mine: Life): BookingDesk =>
    createLazyDesk(async () => {
      const [{ createBookingDesk }, { createEventCalls }] = await Promise.all([
        import(/* webpackChunkName: "booking" */ './booking-desk.ts'),
        import(/* webpackChunkName: "booking" */ './event-calls.ts'),
      ]);
      const { choose: chooseWay, patiently, ...rest } = toCalls(mine);
      return createBookingDesk({
        ...createEventCalls({ choose: chooseWay, patiently }),
        ...{ ...asked, now: serverClock.now, newId, ...rest },
      });
    });
  let desk = openDesk(life);
  const renew = (): void => {
    life.closed.abort();
    life = { closed: new AbortController() };
    desk = openDesk(life);
  };
  const openColleagues = toOpenColleagues(() => life, chooseIn, { now: serverClock.now, sleep: clock.sleep });
  const findRoomRule: FindRoomRule = (address) => toFindRoomRule(life, server)(address);
  const opens = toOpens(() => toCalls(life), { now: serverClock.now, newId });
  return { get: () => life, renew, desk: () => desk, asked, choose, ...opens, openColleagues, findRoomRule };
}

const toAccount = ({ user }: Session): string => `${user.tenantId}/${user.objectId}`.toLowerCase();

/** Opens, with its code, at the first click that needs it. */
function createLazyAgreement(setup: AgreementSetup): Agreement {
  const open = async (): Promise<Agreement> =>
    (await import(/* webpackChunkName: "agreement" */ './session/agreement.ts')).createAgreement(setup);
  return {
    agree: async (purpose) => (await open()).agree(purpose),
    connect: async (change) => (await open()).connect(change),
  };
}

/** Tells once when a token is another account's than the one before. */
function createAccountWatch(lives: () => Lives): (token: string) => boolean {
  // known on, also where the door was shut since and the session forgotten
  let known: string | undefined;
  return (token) => {
    const { session } = lives().get();
    if (session !== undefined) known = toAccount(session);
    const account = known && readAccount(token);
    if (account === undefined || account === known) return false;
    known = account;
    return true;
  };
}

/** The host may have changed the account meanwhile: what belongs to the former one goes before anything is asked. */
function watchAccount(get: ApiToken['get'], isOther: (token: string) => boolean, onOther: () => void): ApiToken['get'] {
  return async (need) => {
    const token = await get(need);
    if (isOther(token)) onOther();
    return token;
  };
}

interface AccountParts extends Pick<ApiToken, 'signIn'> {
  readonly forget: () => void;
  readonly lives: Lives;
  readonly isOther: (token: string) => boolean;
  readonly restart: () => void;
}

/** Only where the page itself signs the person in. */
function openAccount(
  ownSignIn: OwnSignIn | undefined,
  { lives, isOther, ...parts }: AccountParts,
): Pick<Services, 'account'> {
  if (ownSignIn === undefined) return {};
  const isStill = (token: string): boolean => {
    const { session } = lives.get();
    return !isOther(token) && session !== undefined && readAccount(token) === toAccount(session);
  };
  return { account: createAccount({ ...parts, ownSignIn, isStill }) };
}

/** One listener, who comes later than the first of what is told. */
function createSignal<About extends unknown[] = []>() {
  let hear: (...about: About) => unknown = () => undefined;
  return {
    tell: (...about: About): void => void hear(...about),
    listen: (listener: (...about: About) => unknown): void => {
      hear = listener;
    },
  };
}

export function createServices(setup: ServicesSetup): Services {
  const { host, config, origin, fetch, clock, nested, askConsent, ownSignIn } = setup;
  const client = `${host.name}/${host.device}`;
  const serverClock = createServerClock(clock.now);
  const apiToken = createApiToken(setup.getApiToken, setup.ownSignIn === undefined);
  const otherAccount = createSignal();
  const isOther = createAccountWatch(() => lives);
  const getToken = watchAccount(apiToken.get, isOther, () => {
    forget();
    otherAccount.tell();
  });
  const ledger = createCallLedger();
  const refused = createSignal<[Failure]>();
  const onRelayFailure = (error: unknown): void => refused.tell(toFailure(error));
  const ways = createWays({ ...setup, client, getApiToken: getToken, report: ledger.add, onRelayFailure });
  const server = { ...{ baseUrl: origin, getToken, fetch, client }, onServerTime: serverClock.hear };
  const lives = createLives({ ...setup, server }, ways, serverClock);
  const { warmUp, ...readings } = lives.asked;
  const backend = createBackend(server);
  const forget = (): void => {
    lives.renew();
    ledger.clear();
    nested?.forget();
  };
  const openSession: Services['openSession'] = async ({ withWindow = false } = {}) => {
    if (withWindow) apiToken.allowWindow();
    const mine = lives.get();
    // the token beside the door, so that the agenda needs only one more round trip; a failure is told when it is needed
    if (mine.session === undefined && ways.hint(undefined) === 'direct') warmUp();
    const session = await backend.openSession({ host: host.name, device: host.device });
    if (mine === lives.get()) {
      if (mine.session !== undefined && toAccount(mine.session) !== toAccount(session)) forget();
      lives.get().session = session;
    }
    return session;
  };
  const agreement = createLazyAgreement({
    ...{ life: lives.get, ways, choose: lives.choose, allowWindow: apiToken.allowWindow, askConsent },
    ...{ changeConnection: backend.changeConnection, sleep: clock.sleep, nowMs: clock.now },
  });
  const { openBookings, openAnswers, openColleagues, openPlanning, findRoomRule } = lives;
  return {
    ...{ host, now: serverClock.now, version: config.version, ledger },
    ...openAccount(ownSignIn, { signIn: apiToken.signIn, forget, lives, isOther, restart: otherAccount.tell }),
    openSession,
    ...{ readConnection: backend.readConnection, changeConnection: backend.changeConnection },
    deleteConnection: backend.deleteConnection,
    ...agreement,
    forget,
    ...{ onOtherAccount: otherAccount.listen, onRefused: refused.listen },
    transportHint: () => ways.hint(lives.get().session),
    ...readings,
    ...{ openBookings, openAnswers, openColleagues, openPlanning, findRoomRule },
    bookRoom: (...wish) => lives.desk().bookRoom(...wish),
    resumeHold: (event) => lives.desk().resumeHold(event),
    openAdmin: async () =>
      (await import(/* webpackChunkName: "admin" */ './admin/admin-services.ts')).createAdminServices(server),
  };
}
