/** Who is signed in on a page of a plain browser, and the library's client that holds their tokens. */
import type { AccountInfo, AuthenticationResult } from '@azure/msal-browser';
import { Failure } from '../domain/failure.ts';
import { toMsalFailure } from './msal-failure.ts';
import type { SignInClient } from './sign-in-client.ts';

/** `kept`: who stays signed in, with the token for our own API and nothing else. */
export type CreateSignInClient = (kept: AuthenticationResult | undefined) => Promise<SignInClient>;

function createClients(createClient: CreateSignInClient) {
  let client: Promise<SignInClient> | undefined;
  /** Tokens for Graph were asked for: they, and what could get new ones, go when the page forgets. */
  let hasMore = false;
  return {
    open: (kept: AuthenticationResult | undefined, forGraph = false): Promise<SignInClient> => {
      const mine = (client ??= createClient(kept));
      // what could not be fetched is fetched anew at the next try
      mine.catch(() => client === mine && (client = undefined));
      hasMore ||= forGraph;
      return mine;
    },
    /** Whoever comes in gets a client that holds nothing of anybody else. */
    adopt: (fresh: SignInClient): void => {
      client = Promise.resolve(fresh);
      hasMore = false;
    },
    /** Everything but the person and the token for our own API. */
    forget: (): void => {
      if (hasMore) client = undefined;
      hasMore = false;
    },
    drop: (): void => {
      client = undefined;
    },
  };
}

export function createSeat(apiScopes: readonly string[], createClient: CreateSignInClient) {
  const clients = createClients(createClient);
  let kept: AuthenticationResult | undefined;
  let entering: Promise<AccountInfo> | undefined;
  let isOut = false;
  /** Counts who left: a late answer brings nobody back. */
  let left = 0;

  const createKeep = () => {
    const mine = left;
    return (result: AuthenticationResult): AuthenticationResult => {
      if (mine !== left) throw new Failure('cancelled');
      isOut = false;
      kept = result;
      return result;
    };
  };
  /** Microsoft may know the person already: then no window is needed. Asked once, until somebody signs in. */
  const enter = async (): Promise<AccountInfo> => {
    const keep = createKeep();
    try {
      const client = await clients.open(kept);
      return keep(await client.ssoSilent({ scopes: [...apiScopes] })).account;
    } catch (error) {
      const failure = toMsalFailure(error, apiScopes);
      if (failure.code === 'offline' || failure.code === 'cancelled') throw failure;
      isOut = true;
      throw new Failure('interaction_required', { cause: error });
    }
  };
  const getAccount = (): Promise<AccountInfo> => {
    if (kept !== undefined) return Promise.resolve(kept.account);
    if (isOut) return Promise.reject(new Failure('interaction_required'));
    entering ??= enter().finally(() => (entering = undefined));
    return entering;
  };
  return {
    ...{ createKeep, getAccount, adopt: clients.adopt, forget: clients.forget },
    open: () => clients.open(kept),
    openForGraph: () => clients.open(kept, true),
    account: (): AccountInfo | undefined => kept?.account,
    leave: () => {
      left += 1;
      entering = undefined;
      clients.drop();
      kept = undefined;
      isOut = true;
    },
  };
}

export type Seat = ReturnType<typeof createSeat>;
