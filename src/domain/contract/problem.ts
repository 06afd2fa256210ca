/** The body of every error answer of our own server (RFC 9457, application/problem+json). */
import * as v from 'valibot';
import type { FailureCode, ProblemCode } from '../failure.ts';

/** One status for each code; the server answers with it, the page falls back to the code. */
export const PROBLEM_STATUS = {
  invalid_token: 401,
  token_expired: 401,
  interaction_required: 401,
  insufficient_scope: 403,
  tenant_not_allowed: 403,
  consent_required: 403,
  integration_not_enabled: 403,
  device_not_enabled: 403,
  not_connected: 403,
  admin_required: 403,
  not_allowed: 403,
  proof_required: 409,
  throttled: 429,
  upstream_unavailable: 503,
  bad_request: 400,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 412,
  too_large: 413,
  unsupported_media_type: 415,
  internal: 500,
} as const satisfies Record<ProblemCode, number>;

/** What each code means and what to do next, for whoever reads the answer itself; pages have their own words. */
export const PROBLEM_WORDS: Readonly<Record<ProblemCode, readonly [title: string, remedy: string]>> = {
  invalid_token: ['The sign-in was not accepted', 'Sign in again.'],
  token_expired: ['The sign-in has expired', 'Ask for a new token and try once more.'],
  interaction_required: ['Microsoft Entra asks for another step', 'Sign in again with the claims given.'],
  insufficient_scope: ['The token does not carry this permission', 'Ask for a token with the scope access_as_user.'],
  tenant_not_allowed: ['This organisation may not use the app', 'Ask the operator of the app to admit it.'],
  consent_required: ['Consent is missing', 'Consent to the scopes given, or ask an administrator to.'],
  integration_not_enabled: [
    'Calendar integration is not enabled for this organisation',
    'An administrator of the app can enable it after a test.',
  ],
  device_not_enabled: [
    'Calendar integration is not enabled on this kind of device',
    'Use another device, or ask an administrator of the app.',
  ],
  not_connected: ['Your calendar is not connected', 'Connect it in your profile.'],
  admin_required: ['Only administrators of the app may do this', 'Ask an administrator of the app.'],
  not_allowed: ['This call is not allowed', 'Use only the calls that the app makes itself.'],
  proof_required: ['A passed and fresh proof run is required', 'Run the proof first.'],
  throttled: ['Too many requests', 'Wait as long as Retry-After says.'],
  upstream_unavailable: ['A service we depend on does not answer', 'Try again as Retry-After says.'],
  bad_request: ['The request is not well formed', 'Correct it.'],
  not_found: ['There is nothing here', 'Check the address.'],
  method_not_allowed: ['This method is not possible here', 'Use a method from the Allow header.'],
  conflict: ['It has been changed meanwhile', 'Read it again and repeat your change.'],
  too_large: ['The request is too large', 'Send less at once.'],
  unsupported_media_type: ['The body must be JSON', 'Send Content-Type: application/json without an encoding.'],
  internal: ['Something went wrong on our side', 'Try again; quote the request id if it stays.'],
};

/** Instead of the words above, where Entra refuses the app itself. */
export const REFUSED_APP_WORDS = [
  'Microsoft Entra refuses the app itself',
  "The app's own secret or certificate has expired or is refused; an administrator of the app must renew it.",
] as const;

const codes = Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]];

export const problemSchema = v.object({
  code: v.picklist(codes),
  title: v.string(),
  detail: v.optional(v.string()),
  requestId: v.string(),
  remedy: v.optional(v.string()),
  /** With `consent_required`. */
  scopes: v.optional(v.array(v.string())),
  /** With `interaction_required`: JSON text for the next token request. */
  claims: v.optional(v.string()),
  /** With `upstream_unavailable`: `app_refused` where Entra is there and refuses the app itself, which no waiting mends. */
  reason: v.optional(v.string()),
});
export type Problem = v.InferOutput<typeof problemSchema>;

/** What a page makes of it: an app that is refused is no bad weather. */
export const toFailureCode = ({ code, reason }: Problem): FailureCode =>
  code === 'upstream_unavailable' && reason === 'app_refused' ? 'app_refused' : code;
