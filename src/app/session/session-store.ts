/** Asks the door who I am and whether it is open to me, again and again, and drops what was read when the answer changes. */
import type { OpenedSession } from '../../backend/open-session.ts';
import type { Session } from '../../domain/contract/session.ts';
import type { Failure, FailureCode } from '../../domain/failure.ts';
import { createExternalStore, type ReadableStore } from '../external-store.ts';
import type { Services } from '../services.ts';
import { toFailure } from '../to-failure.ts';
import { isShut } from './watch-refusals.ts';

/** How the person has just left, on this very page. */
export type Leave = 'disconnected' | 'deleted';

export type SessionState =
  | { readonly phase: 'opening'; readonly former?: OpenedSession | undefined }
  | { readonly phase: 'open'; readonly session: OpenedSession; readonly left?: Leave | undefined }
  | {
      readonly phase: 'closed';
      readonly failure: Failure;
      readonly waitUntil?: Temporal.Instant;
      readonly former?: OpenedSession | undefined;
    };

/** Who was let in last, as far as it is still the same account. */
export const toFormer = (state: SessionState): OpenedSession | undefined =>
  state.phase === 'open' ? state.session : state.former;

export interface SessionStore extends ReadableStore<SessionState> {
  /** Asks anew, with the skeleton on screen. `withWindow`: the person has just asked for it. */
  readonly open: (how?: { readonly withWindow?: boolean }) => Promise<void>;
  /** Asks quietly: what is on screen stays, unless the answer takes it away. */
  readonly recheck: () => Promise<void>;
  /** A call behind the door was refused by it. */
  readonly close: (failure: Failure) => void;
  /** The person disconnected: what was read goes at once, before the server is asked again. */
  readonly disconnect: (left: Leave) => void;
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

function toClosed(failure: Failure, now: Temporal.Instant, before: SessionState): SessionState {
  const { retryAfterMs } = failure.details;
  const wait = retryAfterMs === undefined ? {} : { waitUntil: now.add({ milliseconds: retryAfterMs }) };
  const former = toFormer(before);
  return { phase: 'closed', failure, ...wait, ...(former ? { former } : {}) };
}

function toLeft(session: OpenedSession, left: Leave | undefined): SessionState {
  const welcomeDue = left === 'deleted' || session.connection.welcomeDue;
  return { phase: 'open', session: { ...session, connection: { connected: false, welcomeDue } }, left };
}

function toSettled(before: SessionState, session: OpenedSession) {
  const former = before.phase === 'open' ? before.session : undefined;
  const isSameUser = former === undefined || toUserKey(former) === toUserKey(session);
  const mustForget = !isSameUser || (former !== undefined && isOpenTo(former) && !isOpenTo(session));
  const left = before.phase === 'open' && !session.connection.connected ? before.left : undefined;
  const open: SessionState = { phase: 'open', session, ...(left ? { left } : {}) };
  const state: SessionState = isSameUser ? open : { phase: 'opening' };
  return { isSameUser, mustForget, state };
}

type Door = Pick<Services, 'openSession' | 'forget' | 'now' | 'onOtherAccount' | 'onRefused'>;

export function createSessionStore(services: Door): SessionStore {
  const store = createExternalStore<SessionState>({ phase: 'opening' });
  // a late answer to an earlier question changes nothing
  let asked = 0;

  /** Shows nothing but that there is no connection any more; the server is asked again within the minute. */
  const leave = (left: Leave | undefined): void => {
    asked += 1;
    services.forget();
    const state = store.get();
    if (state.phase === 'open') store.set(toLeft(state.session, left));
  };

  const close = (failure: Failure): void => {
    if (store.get().phase === 'closed') return;
    // somebody disconnected in another place: no failure, and nothing to try again
    if (failure.code === 'not_connected' && store.get().phase === 'open') return leave(undefined);
    asked += 1;
    services.forget();
    store.set(toClosed(failure, services.now(), store.get()));
  };

  /** Answers false where another account has taken over: it is asked for from the start, with nothing of the former left. */
  const settle = (session: OpenedSession): boolean => {
    const { isSameUser, mustForget, state } = toSettled(store.get(), session);
    if (mustForget) services.forget();
    store.set(state);
    return isSameUser;
  };

  const ask = async (onFailure: (failure: Failure) => void, withWindow = false): Promise<void> => {
    asked += 1;
    const mine = asked;
    try {
      const session = await services.openSession({ withWindow });
      if (mine === asked && !settle(session)) await ask(close);
    } catch (error) {
      if (mine === asked) onFailure(toFailure(error));
    }
  };

  const begin = (former: OpenedSession | undefined, withWindow?: boolean): Promise<void> => {
    store.set({ phase: 'opening', ...(former ? { former } : {}) });
    return ask(close, withWindow);
  };
  const open: SessionStore['open'] = ({ withWindow } = {}) => begin(toFormer(store.get()), withWindow);
  services.onOtherAccount(() => void begin(undefined));
  services.onRefused((failure) => store.get().phase === 'open' && isShut(failure.code) && close(failure));
  const { get, subscribe } = store;
  return {
    ...{ get, subscribe, open, close },
    recheck: () => {
      const isOpen = store.get().phase === 'open';
      return ask((failure) => {
        if (isOpen && !isWeather(failure.code)) close(failure);
      });
    },
    disconnect: leave,
  };
}
