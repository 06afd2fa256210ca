/** Gets the token for our own API from Office, where Outlook offers no nested app authentication (platform facts F8). */
import * as v from 'valibot';
import { Failure, type FailureCode } from '../domain/failure.ts';
import type { SsoNeed } from './teams-sso.ts';

/** What is asked of `OfficeRuntime.auth.getAccessToken`. */
export interface OfficeTokenOptions {
  readonly allowSignInPrompt?: boolean;
  readonly allowConsentPrompt?: boolean;
  /** A claims challenge (JSON text). */
  readonly authChallenge?: string;
}
export type GetAccessToken = (options: OfficeTokenOptions) => Promise<string>;

/** Undefined in an Outlook of before Office's single sign-on. */
export function findGetAccessToken(): GetAccessToken | undefined {
  const { OfficeRuntime: runtime } = globalThis as { readonly OfficeRuntime?: { readonly auth?: Office.Auth } };
  const { auth } = runtime ?? {};
  return auth === undefined ? undefined : (options) => auth.getAccessToken(options);
}

const officeError = v.object({ code: v.number() });

/** Office's numbers, each with what it means for the person (Microsoft: troubleshoot SSO in Office Add-ins). */
const MEANINGS: Readonly<Record<number, FailureCode>> = {
  // this Outlook, or the way in which the add-in was installed, knows no single sign-on
  13000: 'host_outdated',
  // nobody is signed in
  13001: 'interaction_required',
  13002: 'sign_in_cancelled',
  // neither a work nor a school account
  13003: 'account_unsupported',
  // the manifest names another resource than the registration
  13004: 'sign_in_misconfigured',
  // neither preauthorized nor agreed to
  13005: 'consent_required',
  // Office lost its own sign-in
  13006: 'host_sign_in_lost',
  13007: 'host_sign_in_lost',
  // another call is under way
  13008: 'throttled',
  // a legacy browser with zones
  13010: 'host_outdated',
  13012: 'host_outdated',
  // asked too often in a row
  13013: 'throttled',
  50001: 'host_outdated',
};
const ONCE_MORE: readonly number[] = [13006, 13008];
const SILENT_MS = 10_000;

const findCode = (error: unknown): number | undefined => {
  const parsed = v.safeParse(officeError, error);
  return parsed.success ? parsed.output.code : undefined;
};

/** The number stays for whoever is asked for help. */
export function toOfficeFailure(cause: unknown, isOnline = navigator.onLine): Failure {
  if (cause instanceof Failure) return cause;
  if (!isOnline) return new Failure('offline', { cause });
  const code = findCode(cause);
  if (code === undefined) return new Failure('sign_in_failed', { cause });
  return new Failure(MEANINGS[code] ?? 'sign_in_failed', { cause, path: `Office ${code}` });
}

async function raced(task: Promise<string>, ms: number): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Failure('timeout', { path: 'getAccessToken' })), ms);
  });
  try {
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** `getAccessToken` is undefined where this Outlook has none. Office answers one call at a time: they queue up here. */
export function createOfficeSso(
  getAccessToken: GetAccessToken | undefined,
  silentMs = SILENT_MS,
): (need?: SsoNeed) => Promise<string> {
  let last: Promise<unknown> = Promise.resolve();
  const flights = new Map<string, Promise<string>>();

  const ask = async ({ claims, withWindow = false }: SsoNeed): Promise<string> => {
    if (getAccessToken === undefined) throw new Failure('host_outdated', { path: 'no getAccessToken' });
    const options: OfficeTokenOptions = {
      ...(claims === undefined ? {} : { authChallenge: claims }),
      ...(withWindow ? { allowSignInPrompt: true, allowConsentPrompt: true } : {}),
    };
    const once = (): Promise<string> =>
      withWindow ? getAccessToken(options) : raced(getAccessToken(options), silentMs);
    try {
      return await once();
    } catch (error) {
      if (!ONCE_MORE.includes(findCode(error) ?? 0)) throw error;
      return once();
    }
  };

  return (need = {}) => {
    const key = JSON.stringify(need);
    const known = flights.get(key);
    if (known !== undefined) return known;
    const flight = last
      .then(() => ask(need))
      .catch((error: unknown) => {
        throw toOfficeFailure(error);
      })
      .finally(() => flights.delete(key));
    last = flight.catch(() => undefined);
    flights.set(key, flight);
    return flight;
  };
}
