/** Translates what Entra says about an exchange into our own codes (Microsoft: on-behalf-of flow, Entra error codes). */
import { ApiError } from './api-error.ts';

/** What is left of the library's error. */
export interface EntraError {
  readonly errorCode: string;
  readonly subError: string;
  readonly claims: string | undefined;
  /** AADSTS number; 0 where there is none. */
  readonly number: number;
}

/** What the library's errors leave out. */
export interface EntraObservation {
  /** 0: no answer at all. */
  readonly status: number;
  readonly retryAfterMs: number | undefined;
}

export interface EntraRefusal {
  readonly error: ApiError;
  /** Entra itself is away or asks for less: says nothing about this user. */
  readonly outage: boolean;
  /** The app's own secret or registration is wrong: somebody must be told. */
  readonly operatorFault: boolean;
}

/** AADSTS numbers. */
const CONSENT = [65001, 65004, 90094, 90095];
const ASSERTION_EXPIRED = [500133];
/** Account disabled or deleted, assertion for another app, or signed by a key that Entra no longer knows. */
const SIGN_IN_OVER = [50013, 50057, 50034, 500131];
/** Second factor, password changed, sign-in frequency, device and access policies. */
const STEP_NEEDED = [
  50055, 50072, 50074, 50076, 50078, 50079, 50097, 50132, 50133, 50144, 50158, 50173, 53000, 53001, 53002, 53003, 53004,
  70043, 70044, 700082,
];
const OUTAGE_RETRY_MS = 5_000;

/** The number of an error text such as `AADSTS65001: …`; 0 where there is none. */
export const findNumber = (text: string): number => Number(/AADSTS(\d{5,8})/.exec(text)?.[1] ?? 0);

function toUserError(error: EntraError, cause: unknown, scopes: readonly string[]): ApiError | undefined {
  const { number, claims, subError, errorCode } = error;
  if (CONSENT.includes(number) || subError === 'consent_required')
    return new ApiError('consent_required', { cause, scopes });
  if (ASSERTION_EXPIRED.includes(number)) return new ApiError('token_expired', { cause });
  if (SIGN_IN_OVER.includes(number)) return new ApiError('invalid_token', { cause });
  if (claims !== undefined || STEP_NEEDED.includes(number) || /^(interaction_required|login_required)$/.test(errorCode))
    return new ApiError('interaction_required', { cause, ...(claims === undefined ? {} : { claims }) });
  return errorCode === 'invalid_grant' ? new ApiError('interaction_required', { cause }) : undefined;
}

/** `scopes`: those to name where consent is missing. */
export function judgeRefusal(
  error: EntraError & { readonly cause: unknown },
  { status, retryAfterMs }: EntraObservation,
  scopes: readonly string[],
): EntraRefusal {
  const { cause } = error;
  const outage = status === 0 || status === 429 || status >= 500 || (status >= 300 && status < 400);
  if (outage) {
    const details = { cause, retryAfterMs: retryAfterMs ?? OUTAGE_RETRY_MS };
    return { error: new ApiError('upstream_unavailable', details), outage, operatorFault: false };
  }
  const userError = error.errorCode === 'invalid_client' ? undefined : toUserError(error, cause, scopes);
  if (userError !== undefined) return { error: userError, outage, operatorFault: false };
  const operatorFault = status === 400 || status === 401;
  const details = { cause, retryAfterMs: 60_000, ...(operatorFault ? { reason: 'app_refused' as const } : {}) };
  return { error: new ApiError('upstream_unavailable', details), outage, operatorFault };
}
