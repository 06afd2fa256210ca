/** The body of every error answer of our own server (RFC 9457, application/problem+json). */
import * as v from 'valibot';
import type { ProblemCode } from '../failure.ts';

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
});
export type Problem = v.InferOutput<typeof problemSchema>;
