/** Turns what MSAL throws into the one kind of failure that the rest knows. */
import * as v from 'valibot';
import { Failure, type FailureCode } from '../domain/failure.ts';

const authError = v.object({ name: v.string(), errorCode: v.string(), message: v.optional(v.string(), '') });

const CODES: Readonly<Record<string, FailureCode>> = {
  user_canceled: 'sign_in_cancelled',
  user_cancelled: 'sign_in_cancelled',
  // Entra's answer where the person declines
  access_denied: 'sign_in_cancelled',
  interaction_in_progress_cancelled: 'sign_in_cancelled',
  timed_out: 'timeout',
  popup_window_error: 'sign_in_blocked',
  empty_window_error: 'sign_in_blocked',
  no_network_connectivity: 'offline',
  post_request_failed: 'offline',
  get_request_failed: 'offline',
  invalid_client: 'sign_in_misconfigured',
  unauthorized_client: 'sign_in_misconfigured',
};

/** Codes by which MSAL says that there is no bridge (any more), or that it fell back to a flow that can't work in a frame. */
const NO_BRIDGE = new Set(['nested_app_auth_bridge_disabled', 'nested_app_auth_unavailable', 'no_account_error']);

export const isBridgeMissing = (error: unknown): boolean => {
  const parsed = v.safeParse(authError, error);
  return parsed.success && NO_BRIDGE.has(parsed.output.errorCode.toLowerCase());
};

/** The bridge drops suberrors, so that only the text tells a missing consent from a missing sign-in (AADSTS65001). */
export function toMsalFailure(cause: unknown, scopes: readonly string[], isOnline = navigator.onLine): Failure {
  if (!isOnline) return new Failure('offline', { cause });
  if (cause instanceof Failure) return cause;
  const parsed = v.safeParse(authError, cause);
  if (!parsed.success) return new Failure('sign_in_failed', { cause });
  const { name, errorCode, message } = parsed.output;
  if (name === 'InteractionRequiredAuthError' || /^(interaction|consent|login)_required$/.test(errorCode)) {
    const isConsent = /consent|AADSTS(65001|90094)\b/i.test(`${errorCode} ${message}`);
    return isConsent
      ? new Failure('consent_required', { cause, scopes })
      : new Failure('interaction_required', { cause });
  }
  if (/AADSTS(500011|650057|700016|50011)\b/.test(message)) return new Failure('sign_in_misconfigured', { cause });
  // not of this organisation; not assigned to the app, or kept out by a policy
  if (/AADSTS50020\b/.test(message)) return new Failure('tenant_not_allowed', { cause });
  if (/AADSTS(50105|53003)\b/.test(message)) return new Failure('access_denied', { cause });
  return new Failure(CODES[errorCode.toLowerCase()] ?? 'sign_in_failed', { cause });
}
