/** Asks the door who I am and whether it is open to me, again and again, and drops what was read when the answer changes. */
import type { Session } from '../../domain/contract/session.ts';
import type { Failure, FailureCode } from '../../domain/failure.ts';
import { createExternalStore, type ReadableStore } from '../external-store.ts';
import type { Services } from '../services.ts';
import { toFailure } from '../to-failure.ts';

export type SessionState =
  | { readonly phase: 'opening' }
  | { readonly phase: 'open'; readonly session: Session }
  | { readonly phase: 'closed'; readonly failure: Failure; readonly waitUntil?: Temporal.Instant };

export interface SessionStore extends ReadableStore<SessionState> {
  /** Asks anew, with the skeleton on screen. */
  readonly open: () => Promise<void>;
  /** Asks quietly: what is on screen stays, unless the answer takes it away. */
  readonly recheck: () => Promise<void>;
  /** A call behind the door was refused by it. */
  readonly close: (failure: Failure) => void;
  /** The person disconnected: what was read goes at once, before the server is asked again. */
  readonly disconnect: () => void;
}

const WEATHER: readonly FailureCode[] = [
  'offline',
  'timeout',
  'throttled',
  'upstream_unavailable',
  'internal',
  'bad_response',
];

/** The network's weather says nothing about the door: what is on screen stays. */
export function isWeather(code: FailureCode): boolean {
  return WEATHER.includes(code);
}

const isOpenTo = (session: Session): boolean =>
  session.integration.reason === undefined && session.connection.connected;
const toUserKey = ({ user }: Session): string => `${user.tenantId}/${user.objectId}`;

export function createSessionStore(services: Pick<Services, 'openSession' | 'forget' | 'now'>): SessionStore {
  const store = createExternalStore<SessionState>({ phase: 'opening' });
  // a late answer to an earlier question changes nothing
  let asked = 0;

  const close = (failure: Failure): void => {
    asked += 1;
    services.forget();
    const { retryAfterMs } = failure.details;
    const wait = retryAfterMs === undefined ? {} : { waitUntil: services.now().add({ milliseconds: retryAfterMs }) };
    store.set({ phase: 'closed', failure, ...wait });
  };

  /** Answers false where another account has taken over: it is asked for from the start, with nothing of the former left. */
  const settle = (session: Session): boolean => {
    const before = store.get();
    const former = before.phase === 'open' ? before.session : undefined;
    const isSameUser = former === undefined || toUserKey(former) === toUserKey(session);
    if (!isSameUser || (former !== undefined && isOpenTo(former) && !isOpenTo(session))) services.forget();
    store.set(isSameUser ? { phase: 'open', session } : { phase: 'opening' });
    return isSameUser;
  };

  const ask = async (onFailure: (failure: Failure) => void): Promise<void> => {
    asked += 1;
    const mine = asked;
    try {
      const session = await services.openSession();
      if (mine === asked && !settle(session)) await ask(close);
    } catch (error) {
      if (mine === asked) onFailure(toFailure(error));
    }
  };

  return {
    get: store.get,
    subscribe: store.subscribe,
    open: () => {
      store.set({ phase: 'opening' });
      return ask(close);
    },
    recheck: () => {
      const isOpen = store.get().phase === 'open';
      return ask((failure) => {
        if (isOpen && !isWeather(failure.code)) close(failure);
      });
    },
    close,
    disconnect: () => {
      asked += 1;
      services.forget();
      const state = store.get();
      if (state.phase !== 'open') return;
      const connection = { ...state.session.connection, connected: false };
      store.set({ phase: 'open', session: { ...state.session, connection } });
    },
  };
}
