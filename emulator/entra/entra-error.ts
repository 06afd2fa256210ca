/** Refusals in Entra's own words: AADSTS numbers, suberror, claims, trace and correlation ids. */
import { randomUUID } from 'node:crypto';

export interface EntraErrorParts {
  /** `invalid_grant`, `invalid_client`, … */
  readonly error: string;
  /** 65001 and so on: the number after AADSTS. */
  readonly code: number;
  readonly message: string;
  readonly status?: number;
  readonly suberror?: string;
  /** Claims request as JSON text, for steps that the user has to take. */
  readonly claims?: string;
}

export class EntraError extends Error {
  readonly parts: EntraErrorParts;
  constructor(parts: EntraErrorParts) {
    super(`AADSTS${parts.code}: ${parts.message}`);
    this.name = 'EntraError';
    this.parts = parts;
  }
}

/** `2026-11-22 08:00:00Z`, as Entra stamps its answers. */
const stamp = (machineMs: number): string => `${new Date(machineMs).toISOString().slice(0, 19).replace('T', ' ')}Z`;

/** The JSON body of a refused token request. */
export function toEntraErrorBody(
  parts: EntraErrorParts,
  correlationId: string = randomUUID(),
  nowMs = Date.now(),
): Record<string, unknown> {
  const traceId = randomUUID();
  const timestamp = stamp(nowMs);
  return {
    error: parts.error,
    error_description: `AADSTS${parts.code}: ${parts.message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [parts.code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${parts.code}`,
    ...(parts.suberror === undefined ? {} : { suberror: parts.suberror }),
    ...(parts.claims === undefined ? {} : { claims: parts.claims }),
  };
}

/** Entra's error for an HTTP status, for faults that bring no body of their own. */
export function toFaultBody(status: number): Record<string, unknown> {
  const parts: EntraErrorParts =
    status === 429
      ? { error: 'temporarily_unavailable', code: 90055, message: 'Tenant throttling: too many requests.' }
      : status >= 500
        ? {
            error: 'temporarily_unavailable',
            code: 90033,
            message: 'A transient error has occurred. Please try again.',
          }
        : { error: 'invalid_request', code: 90002, message: 'The request could not be processed.' };
  return toEntraErrorBody(parts);
}
