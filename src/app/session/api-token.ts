/** The token for our own server: asked for silently; the host's window comes at most once, where the person expects it. */
import { Failure } from '../../domain/failure.ts';
import type { TokenNeed } from '../../graph/graph.ts';

export interface ApiTokenNeed extends TokenNeed {
  /** The host may show its own window. */
  readonly withWindow?: boolean;
  /** The person wants to choose the account in it. */
  readonly other?: boolean;
}
export type AskApiToken = (need: ApiTokenNeed) => Promise<string>;

export interface ApiToken {
  readonly get: (need: TokenNeed) => Promise<string>;
  /** The person has just asked for it: the next missing step may be shown. */
  readonly allowWindow: () => void;
  /** Shows the window at once: the person has pressed the button for it. */
  readonly signIn: (how?: { readonly other?: boolean }) => Promise<string>;
}

const isStepMissing = (error: unknown): boolean =>
  error instanceof Failure && ['consent_required', 'interaction_required'].includes(error.code);

/**
 * Opening the page counts as asking, but in a plain browser, which opens windows at a click alone (`opensAtOnce` false).
 * Whatever comes of a window, none follows it until the person asks again.
 */
export function createApiToken(ask: AskApiToken, opensAtOnce = true): ApiToken {
  let isAllowed = opensAtOnce;
  /** A challenge that was not answered yet: without it the host would give the refused token again. */
  let owed: string | undefined;
  let window: Promise<string> | undefined;

  const askInWindow = (claims: string | undefined): Promise<string> => {
    isAllowed = false;
    window = ask({ ...(claims === undefined ? {} : { claims }), withWindow: true })
      .then((token) => {
        owed = undefined;
        return token;
      })
      .finally(() => {
        window = undefined;
      });
    return window;
  };

  return {
    allowWindow: () => {
      isAllowed = opensAtOnce;
    },
    signIn: async ({ other = false } = {}) => {
      if (!other) return window ?? askInWindow(owed);
      const token = await ask({ withWindow: true, other });
      owed = undefined;
      return token;
    },
    get: async (need) => {
      if (window !== undefined) return window;
      owed = need.claims ?? owed;
      if (owed !== undefined && isAllowed) return askInWindow(owed);
      try {
        return await ask(need);
      } catch (error) {
        if (!isStepMissing(error)) throw error;
        // another call may have opened it meanwhile
        if (window !== undefined) return window;
        if (!isAllowed) throw error;
        return askInWindow(need.claims);
      }
    },
  };
}
