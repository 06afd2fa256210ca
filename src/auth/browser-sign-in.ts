/** Signs a person in from a plain browser, and gets two tokens: our own API's, and Graph's for what the page asks directly. */
import type { AccountInfo, AuthenticationResult } from '@azure/msal-browser';
import type { ClientConfig } from '../domain/contract/client-config.ts';
import { Failure } from '../domain/failure.ts';
import { type CreateSignInClient, createSeat, type Seat } from './browser-seat.ts';
import { toMsalFailure } from './msal-failure.ts';
import { type NestedAuth, type NestedRequest, type NestedToken, toNestedToken } from './nested.ts';

export interface SignInNeed {
  /** A claims challenge (JSON text). */
  readonly claims?: string;
  readonly fresh?: boolean;
  /** The person has just pressed a button: Microsoft's window may open. */
  readonly withWindow?: boolean;
  /** The person wants to choose the account, whoever is signed in. */
  readonly other?: boolean;
}

export interface BrowserSignIn {
  readonly getApiToken: (need: SignInNeed) => Promise<string>;
  readonly graph: NestedAuth;
  /** Whose tokens these are, for the person to read; undefined before anybody has signed in. */
  readonly readName: () => string | undefined;
  /** Drops everything; the page stays signed out until somebody signs in at a click. */
  readonly signOut: () => void;
}

interface SignInSetup {
  readonly config: Pick<ClientConfig, 'apiScope'>;
  readonly createClient: CreateSignInClient;
}

const isOther = (one: AccountInfo, two: AccountInfo): boolean => one.homeAccountId !== two.homeAccountId;

const toGetApiToken = (seat: Seat, { config, createClient }: SignInSetup): BrowserSignIn['getApiToken'] => {
  const scopes = [config.apiScope];
  return async ({ claims, fresh, withWindow, other }) => {
    const asked = { scopes, ...(claims === undefined ? {} : { claims }) };
    const keep = seat.createKeep();
    try {
      if (withWindow) {
        const known = seat.account();
        const who = other ? { prompt: 'select_account' } : known === undefined ? {} : { account: known };
        const client = await createClient(undefined);
        const again = { overrideInteractionInProgress: true };
        const result = keep(await client.acquireTokenPopup({ ...asked, ...who, ...again }));
        seat.adopt(client);
        return result.accessToken;
      }
      const account = await seat.getAccount();
      const client = await seat.open();
      const silent = { ...asked, account, ...(fresh ? { forceRefresh: true } : {}) };
      return keep(await client.acquireTokenSilent(silent)).accessToken;
    } catch (error) {
      throw toMsalFailure(error, scopes);
    }
  };
};

/** Browsers let a window open for a moment after a click: what is known to be missing is not asked silently first. */
function createGraphTokens(seat: Seat) {
  let missing = new Set<string>();
  const askInWindow = async (request: NestedRequest, account: AccountInfo): Promise<AuthenticationResult> => {
    const { scopes, claims } = request;
    const client = await seat.openForGraph();
    const result = await client.acquireTokenPopup({
      ...{ scopes: [...scopes], account, overrideInteractionInProgress: true },
      ...(claims === undefined ? {} : { claims }),
    });
    if (!isOther(result.account, account)) return result;
    seat.forget();
    throw new Failure('sign_in_failed', { path: 'two accounts' });
  };
  const ask = async (request: NestedRequest): Promise<NestedToken> => {
    const { scopes, claims, fresh, withWindow } = request;
    const key = [...scopes].sort().join(' ');
    try {
      const account = await seat.getAccount();
      const asked = { scopes: [...scopes], account, ...(claims === undefined ? {} : { claims }) };
      try {
        if (withWindow && (missing.has(key) || claims !== undefined)) throw new Failure('interaction_required');
        const client = await seat.openForGraph();
        return toNestedToken(await client.acquireTokenSilent({ ...asked, ...(fresh ? { forceRefresh: true } : {}) }));
      } catch (error) {
        const { code } = toMsalFailure(error, scopes);
        if (code !== 'interaction_required' && code !== 'consent_required') throw error;
        missing.add(key);
        if (!withWindow) throw error;
        const result = await askInWindow(request, account);
        missing = new Set();
        return toNestedToken(result);
      }
    } catch (error) {
      throw toMsalFailure(error, scopes);
    }
  };
  return { ask, forget: () => (missing = new Set()) };
}

export function createBrowserSignIn(setup: SignInSetup): BrowserSignIn {
  const seat = createSeat([setup.config.apiScope], setup.createClient);
  const graph = createGraphTokens(seat);
  let flights = new Map<string, Promise<NestedToken>>();
  const forget = (): void => {
    graph.forget();
    flights = new Map();
  };
  return {
    getApiToken: toGetApiToken(seat, setup),
    graph: {
      isUsable: () => Promise.resolve(true),
      getToken: (request) => {
        const key = JSON.stringify(request);
        const flight = flights.get(key) ?? graph.ask(request).finally(() => flights.delete(key));
        flights.set(key, flight);
        return flight;
      },
      forget: () => {
        seat.forget();
        forget();
      },
    },
    readName: () => seat.account()?.username,
    signOut: () => {
      seat.leave();
      forget();
    },
  };
}
