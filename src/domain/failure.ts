/** Names every way in which a call can fail, so that screens and retries decide by code and never by text. */

/** Codes of our own server's problem+json answers (docs: the server's API). */
export type ProblemCode =
  | 'invalid_token'
  | 'token_expired'
  | 'interaction_required'
  | 'insufficient_scope'
  | 'tenant_not_allowed'
  | 'consent_required'
  | 'integration_not_enabled'
  | 'device_not_enabled'
  | 'not_connected'
  | 'admin_required'
  | 'not_allowed'
  | 'proof_required'
  | 'throttled'
  | 'upstream_unavailable'
  | 'bad_request'
  | 'not_found'
  | 'method_not_allowed'
  | 'conflict'
  | 'too_large'
  | 'unsupported_media_type'
  | 'internal';

/** Codes that arise in the page: the network, the host, Graph itself. */
export type PageFailureCode =
  /** The device has no network, or the request never left. */
  | 'offline'
  /** No answer within the call's deadline. */
  | 'timeout'
  /** An answer that is not what the published shape promises. */
  | 'bad_response'
  /** Graph refused: the person may not read or write this. */
  | 'access_denied'
  /** The account has no mailbox that Graph can reach (guest, no licence, on-premises). */
  | 'mailbox_missing'
  /** Graph says the thing is gone. */
  | 'gone'
  /** The person closed the sign-in or consent window. */
  | 'sign_in_cancelled'
  /** The sign-in window could not open (popup blocker). */
  | 'sign_in_blocked'
  /** The host or Entra could not sign the person in. */
  | 'sign_in_failed'
  /** The registration and the app package do not fit each other (an administrator's mistake). */
  | 'sign_in_misconfigured'
  /** Entra refuses our server itself: its secret or certificate has expired, or the registration is gone. */
  | 'app_refused'
  /** The page runs outside of a Microsoft 365 host, or the host does not answer. */
  | 'host_missing'
  /** This host is too old, or was installed in a way, that lets nobody sign in. */
  | 'host_outdated'
  /** The host did not carry out what it was asked to do with the open item. */
  | 'host_refused'
  /** The host itself has to sign the person in anew. */
  | 'host_sign_in_lost'
  /** The host is signed in with no work or school account. */
  | 'account_unsupported'
  /** The person took back what was under way. */
  | 'cancelled';

export type FailureCode = ProblemCode | PageFailureCode;

export interface FailureDetails {
  readonly cause?: unknown;
  /** How long to wait before another try, in milliseconds, as the other side asked. */
  readonly retryAfterMs?: number;
  /** The other side's id of the failed request, to quote to support. */
  readonly requestId?: string;
  /** Scopes whose consent is missing. */
  readonly scopes?: readonly string[];
  /** A claims challenge (JSON text, not base64) to hand to the next token request. */
  readonly claims?: string;
  /** Where in an answer the mistake lies, for `bad_response`. */
  readonly path?: string;
  /** The HTTP status, where there was one. */
  readonly status?: number;
}

/** The one error that leaves the I/O folders. `message` is for developers; people read words made from `code`. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly details: FailureDetails;

  constructor(code: FailureCode, details: FailureDetails = {}) {
    super(details.path === undefined ? code : `${code} at ${details.path}`, { cause: details.cause });
    this.name = 'Failure';
    this.code = code;
    this.details = details;
  }
}
