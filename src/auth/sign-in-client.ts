/** Makes msal-browser's client for a plain browser: authorization code with PKCE, everything in memory. */
import { type AuthenticationResult, PublicClientApplication } from '@azure/msal-browser';
import type { ClientConfig } from '../domain/contract/client-config.ts';
import { Failure } from '../domain/failure.ts';

export type SignInClient = Pick<
  PublicClientApplication,
  'ssoSilent' | 'acquireTokenSilent' | 'acquireTokenPopup' | 'hydrateCache'
>;

/** A second factor may be on a phone in another room. */
const WINDOW_MS = 600_000;
/** Entra answers a silent question at once or, where it may not be framed, never. */
const SILENT_MS = 6_000;
const POLL_MS = 250;

/** Rejects once the window is gone; the answer of a window that closes itself is on its way by then. */
function watchClosed(popup: Window): { readonly closed: Promise<never>; readonly stop: () => void } {
  let timer: ReturnType<typeof setInterval> | undefined;
  const closed = new Promise<never>((_resolve, reject) => {
    let seen = 0;
    timer = setInterval(() => {
      seen = popup.closed ? seen + 1 : 0;
      if (seen > 2) reject(new Failure('sign_in_cancelled', { path: 'window closed' }));
    }, POLL_MS);
  });
  return { closed, stop: () => clearInterval(timer) };
}

/** The library waits for its window's answer alone, and never notices that somebody closed it. */
class WatchedClient extends PublicClientApplication {
  protected override async waitForPopupResponse(
    ...[request, popup, parent]: Parameters<PublicClientApplication['waitForPopupResponse']>
  ): Promise<string> {
    const { closed, stop } = watchClosed(popup);
    try {
      return await Promise.race([super.waitForPopupResponse(request, popup, parent), closed]);
    } finally {
      stop();
    }
  }
}

/** The endpoints stand in the page's configuration, so that nothing has to be discovered. */
export function toAuthorityMetadata({ authority, entraBaseUrl }: ClientConfig): string {
  const root = `${entraBaseUrl}${new URL(authority).pathname.replace(/\/$/, '')}`;
  return JSON.stringify({
    issuer: `${authority}/v2.0`,
    authorization_endpoint: `${root}/oauth2/v2.0/authorize`,
    token_endpoint: `${root}/oauth2/v2.0/token`,
    end_session_endpoint: `${root}/oauth2/v2.0/logout`,
    jwks_uri: `${root}/discovery/v2.0/keys`,
  });
}

/** `kept`: of an earlier client, whose person stays signed in. */
export async function createSignInClient(
  config: ClientConfig,
  origin: string,
  kept: AuthenticationResult | undefined,
): Promise<SignInClient> {
  const client = new WatchedClient({
    auth: {
      clientId: config.clientId,
      authority: config.authority,
      knownAuthorities: [new URL(config.authority).host],
      authorityMetadata: toAuthorityMetadata(config),
      redirectUri: `${origin}/redirect.html`,
    },
    cache: { cacheLocation: 'memoryStorage' },
    system: {
      popupBridgeTimeout: WINDOW_MS,
      iframeBridgeTimeout: SILENT_MS,
      loggerOptions: { loggerCallback: () => {}, piiLoggingEnabled: false },
    },
  });
  await client.initialize();
  if (kept !== undefined) await client.hydrateCache(kept, { scopes: kept.scopes });
  return client;
}
