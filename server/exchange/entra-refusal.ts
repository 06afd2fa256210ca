/** Translates what Entra says about an exchange into our own codes (platform facts: on-behalf-of with msal-node). */
import { AuthError } from '@azure/msal-node';
import { BASE_SCOPES } from '../config.ts';
import { ApiError } from '../errors.ts';
import type { EntraObservation } from './entra-network.ts';

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

interface EntraError {
  readonly errorCode: string;
  readonly subError: string;
  readonly claims: string | undefined;
  readonly number: number;
}

/** The number is a number at run time though typed as text, and may be missing. */
function readError(error: unknown): EntraError {
  if (!(error instanceof AuthError)) return { errorCode: '', subError: '', claims: undefined, number: 0 };
  const fields: Readonly<Record<string, unknown>> = { ...error };
  const inText = /AADSTS(\d{5,8})/.exec(error.errorMessage)?.[1];
  const claims = typeof fields['claims'] === 'string' && fields['claims'] !== '' ? fields['claims'] : undefined;
  return {
    errorCode: error.errorCode,
    subError: error.subError,
    claims,
    number: Number(fields['errorNo'] ?? inText ?? 0),
  };
}

function toUserError(error: EntraError, cause: unknown): ApiError | undefined {
  const { number, claims, subError, errorCode } = error;
  if (CONSENT.includes(number) || subError === 'consent_required')
    return new ApiError('consent_required', { cause, scopes: BASE_SCOPES });
  if (ASSERTION_EXPIRED.includes(number)) return new ApiError('token_expired', { cause });
  if (SIGN_IN_OVER.includes(number)) return new ApiError('invalid_token', { cause });
  if (claims !== undefined || STEP_NEEDED.includes(number) || /^(interaction_required|login_required)$/.test(errorCode))
    return new ApiError('interaction_required', { cause, ...(claims === undefined ? {} : { claims }) });
  return errorCode === 'invalid_grant' ? new ApiError('interaction_required', { cause }) : undefined;
}

export function toRefusal(cause: unknown, seen: EntraObservation): EntraRefusal {
  const outage =
    seen.status === 0 || seen.status === 429 || seen.status >= 500 || (seen.status >= 300 && seen.status < 400);
  if (outage) {
    const retryAfterMs = seen.retryAfterMs ?? OUTAGE_RETRY_MS;
    return { error: new ApiError('upstream_unavailable', { cause, retryAfterMs }), outage, operatorFault: false };
  }
  const error = readError(cause);
  const userError = error.errorCode === 'invalid_client' ? undefined : toUserError(error, cause);
  if (userError !== undefined) return { error: userError, outage, operatorFault: false };
  return {
    error: new ApiError('upstream_unavailable', { cause, retryAfterMs: 60_000 }),
    outage,
    operatorFault: seen.status === 400 || seen.status === 401,
  };
}
