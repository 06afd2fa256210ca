/** Signing in and out of a page that no host signs in: whoever comes or goes leaves nothing of the former one. */
import type { AccountServices } from '../services.ts';
import type { ApiToken } from './api-token.ts';

/** What the way of signing in does by itself. */
export interface OwnSignIn {
  readonly readName: () => string | undefined;
  /** Drops every token here, and tells the other windows of this browser. */
  readonly signOut: () => void;
  /** Called when the person signed out in another window of this browser: every token is gone here too. */
  readonly onSignedOut: (listener: () => void) => void;
  /** Leads on to where Microsoft ends its own session. */
  readonly endSession: () => void;
}

interface AccountSetup {
  readonly ownSignIn: OwnSignIn;
  readonly signIn: ApiToken['signIn'];
  /** The token is that of the person who is in. */
  readonly isStill: (token: string) => boolean;
  readonly forget: () => void;
  /** Opens the door anew. */
  readonly restart: () => void;
}

export function createAccount({ ownSignIn, signIn, isStill, forget, restart }: AccountSetup): AccountServices {
  const begin = (): void => {
    forget();
    restart();
  };
  ownSignIn.onSignedOut(begin);
  return {
    readName: ownSignIn.readName,
    signIn: async (how) => {
      if (!isStill(await signIn(how))) begin();
    },
    signOut: () => {
      ownSignIn.signOut();
      begin();
      ownSignIn.endSession();
    },
  };
}
