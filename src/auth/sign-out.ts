/** Signs out of a page in a plain browser: here, in its other windows, and at Microsoft. */
import type { ClientConfig } from '../domain/contract/client-config.ts';

const CHANNEL = 'office-shifts-signed-out';

export interface SignOut {
  readonly tellOthers: () => void;
  readonly onTold: (listener: () => void) => void;
}

/** What is told is only that it happened. */
export function createSignOut(): SignOut {
  const channel = new BroadcastChannel(CHANNEL);
  return {
    tellOthers: () => channel.postMessage('signed out'),
    onTold: (listener) => channel.addEventListener('message', listener),
  };
}

/** Entra leads back to a registered page of ours, which opens the tab again. */
export function toSignOutUrl({ authority, entraBaseUrl }: ClientConfig, origin: string): string {
  const url = new URL(`${entraBaseUrl}${new URL(authority).pathname.replace(/\/$/, '')}/oauth2/v2.0/logout`);
  url.search = new URLSearchParams({ post_logout_redirect_uri: `${origin}/redirect.html` }).toString();
  return url.href;
}
