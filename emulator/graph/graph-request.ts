/** What Graph is asked and answers, before and after HTTP. */

export interface GraphCaller {
  readonly tenantId: string;
  readonly objectId: string;
  /** The client that the token was issued to. */
  readonly appId?: string;
  readonly scopes: ReadonlySet<string>;
}

export interface GraphRequest {
  readonly method: string;
  /** After `/v1.0`, still percent-encoded, begins with `/`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined without one. */
  readonly body: unknown;
  readonly caller: GraphCaller;
}

export interface GraphAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** An injected fault had a part in it. */
  readonly faulted?: boolean;
  /** Right by the published metadata, but checkers of recorded traffic cannot tell: kept out of the plain record. */
  readonly isOffRecord?: boolean;
  /** The connection is closed instead: the caller hears nothing. */
  readonly isCut?: boolean;
}

/** A fault that was asked for, resolved: answers instead of Graph. */
export interface GraphFault {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly delayMs?: number;
  readonly hang?: boolean;
  /** Closes the connection of the whole batch. */
  readonly cut?: boolean;
  /** The call is carried out first; its answer is lost. */
  readonly carriedOut?: boolean;
}

/** What Graph repeats in the body of each refusal. */
export interface RequestIds {
  readonly id: string;
  readonly clientId: string;
}

/** Spends one use of a fault that was asked for. */
export type FindFault = (method: string, pathname: string, request: RequestIds) => GraphFault | undefined;
