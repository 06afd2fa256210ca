/** Gets tokens by nested app authentication: MSAL asks the host, which has signed the person in already. */
import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import { Failure } from '../domain/failure.ts';
import { isBridgeMissing, toMsalFailure } from './msal-failure.ts';

export interface NestedToken {
  readonly token: string;
  /** What the person and the organisation agreed to, by short names; more than was asked where Entra says so. */
  readonly scopes: ReadonlySet<string>;
  readonly account: { readonly objectId: string; readonly tenantId: string };
}

export interface NestedRequest {
  readonly scopes: readonly string[];
  readonly claims?: string;
  /** Past every cache: the last token was refused. */
  readonly fresh?: boolean;
  /** The person has just asked for it, so the host may open a window. */
  readonly withWindow?: boolean;
}

export interface NestedAuth {
  /** Loads MSAL and greets the bridge; false where that fails, and the relay is to be taken. */
  readonly isUsable: () => Promise<boolean>;
  readonly getToken: (request: NestedRequest) => Promise<NestedToken>;
  /** Drops every token. */
  readonly forget: () => void;
}

interface NestedSetup {
  readonly clientId: string;
  readonly authority: string;
  /** MSAL waits for ever for a bridge that never answers. */
  readonly timeoutMs?: number;
  /** Whether the host has put its bridge into the page; without one MSAL quietly takes a flow that can't work in a frame. */
  readonly hasBridge?: () => boolean;
}

const TIMEOUT_MS = 10_000;
const inWindow = (): boolean => {
  const page: Window & { readonly nestedAppAuthBridge?: unknown; readonly __initializeNestedAppAuth?: unknown } =
    window;
  return page.nestedAppAuthBridge !== undefined || page.__initializeNestedAppAuth !== undefined;
};

async function createClient({ clientId, authority }: NestedSetup): Promise<IPublicClientApplication> {
  // a chunk of its own: it weighs as much as half of the first screen
  const msal = await import('@azure/msal-browser');
  return msal.createNestablePublicClientApplication({
    auth: { clientId, authority },
    cache: { cacheLocation: msal.BrowserCacheLocation.MemoryStorage },
    system: { loggerOptions: { loggerCallback: () => {}, piiLoggingEnabled: false } },
  });
}

async function raced<T>(task: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Failure('timeout', { path: 'nested app authentication' })), ms);
  });
  try {
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
  }
}

const toShortScope = (scope: string): string => scope.replace(/^https:\/\/graph\.microsoft\.com\//i, '');

export function toNestedToken({ accessToken, scopes, account, uniqueId, tenantId }: AuthenticationResult): NestedToken {
  const [objectId = uniqueId, homeTenant = tenantId] = account.homeAccountId.split('.');
  return {
    token: accessToken,
    scopes: new Set(scopes.map(toShortScope)),
    account: { objectId: account.localAccountId || objectId, tenantId: account.tenantId || homeTenant },
  };
}

export function createNestedAuth(setup: NestedSetup): NestedAuth {
  const { timeoutMs = TIMEOUT_MS, hasBridge = inWindow } = setup;
  let client: Promise<IPublicClientApplication> | undefined;
  let usable = true;
  let flights = new Map<string, Promise<NestedToken>>();

  const open = (): Promise<IPublicClientApplication> => {
    if (!hasBridge()) usable = false;
    if (!usable) return Promise.reject(new Failure('sign_in_failed', { path: 'no bridge' }));
    client ??= raced(createClient(setup), timeoutMs);
    return client;
  };

  const acquire = async ({ scopes, claims, fresh, withWindow }: NestedRequest): Promise<NestedToken> => {
    const request = { scopes: [...scopes], ...(claims === undefined ? {} : { claims }) };
    try {
      const app = await open();
      const silent = { ...request, ...(fresh ? { forceRefresh: true } : {}) };
      try {
        return toNestedToken(await raced(app.acquireTokenSilent(silent), timeoutMs));
      } catch (error) {
        const failure = toMsalFailure(error, scopes);
        if (!withWindow || !['interaction_required', 'consent_required'].includes(failure.code)) throw error;
        return toNestedToken(await app.acquireTokenPopup(request));
      }
    } catch (error) {
      if (isBridgeMissing(error)) usable = false;
      throw toMsalFailure(error, scopes);
    }
  };

  return {
    isUsable: async () => {
      try {
        await open();
      } catch {
        usable = false; // whatever the cause, the relay carries everything
      }
      return usable;
    },
    getToken: (request) => {
      const key = JSON.stringify(request);
      const flight = flights.get(key) ?? acquire(request).finally(() => flights.delete(key));
      flights.set(key, flight);
      return flight;
    },
    forget: () => {
      client = undefined;
      flights = new Map();
    },
  };
}
