/** Gets the signed-in person's token for our own API from the host, each time anew: the host caches it, we never do. */
import { authentication } from '@microsoft/teams-js';
import { Failure, type FailureCode } from '../domain/failure.ts';

/** The host's failures are free text; matched loosely, the most telling first (Teams docs: tab SSO troubleshooting). */
const MEANINGS: readonly (readonly [RegExp, FailureCode])[] = [
  [/cancel/i, 'sign_in_cancelled'],
  [/FailedToOpenWindow|popup/i, 'sign_in_blocked'],
  [
    /resource\s?disabled|invalid[_ ]resource|App resource defined|resource principal|AADSTS(500011|650057|700016|50011)\b/i,
    'sign_in_misconfigured',
  ],
  [/RequiresConsent|consent|AADSTS65001\b/i, 'consent_required'],
  [/RequiresMfa|interaction|AADSTS(50076|50079|50158)\b/i, 'interaction_required'],
  [/network|offline/i, 'offline'],
  [/timed? ?out/i, 'timeout'],
];

/** Without a network a host's words say little: whatever they are, the person is offline, and keeps what is on screen. */
export function toSignInFailure(error: unknown, isOnline = navigator.onLine): Failure {
  if (!isOnline) return new Failure('offline', { cause: error });
  if (error instanceof Failure) return error;
  const text = error instanceof Error ? error.message : String(error);
  const code = MEANINGS.find(([pattern]) => pattern.test(text))?.[1] ?? 'sign_in_failed';
  return new Failure(code, { cause: error });
}

type GetAuthToken = (request: { readonly claims?: string[]; readonly silent?: boolean }) => Promise<string>;

export interface SsoNeed {
  /** A claims challenge (JSON text). */
  readonly claims?: string;
  /** The host may show its own window; without it a missing consent or second factor is a failure. */
  readonly withWindow?: boolean;
}
export type GetSsoToken = (need?: SsoNeed) => Promise<string>;

/** Longer than any silent answer of a host; a host that shows a window is waited for. */
const SILENT_MS = 10_000;

async function raced(task: Promise<string>, ms: number): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Failure('timeout', { path: 'getAuthToken' })), ms);
  });
  try {
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether a window is welcome is the caller's to say: a host that may ask, asks each time. */
export function createTeamsSso(
  getAuthToken: GetAuthToken = (request) => authentication.getAuthToken(request),
  silentMs = SILENT_MS,
): GetSsoToken {
  return async ({ claims, withWindow = false } = {}) => {
    const asked = claims === undefined ? {} : { claims: [claims] };
    try {
      const answer = getAuthToken({ ...asked, silent: !withWindow });
      return await (withWindow ? answer : raced(answer, silentMs));
    } catch (error) {
      throw toSignInFailure(error);
    }
  };
}
