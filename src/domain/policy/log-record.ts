/** What may be written into the log, field by field: nothing here can hold a token, subject, address, query or id. */

/** How a user is named in memory: tenant and object id, never an address. */
interface Person {
  readonly tenantId: string;
  readonly objectId: string;
}

/** What one answered request leaves behind. `route` is a template, never the path itself. */
export interface RequestRecord {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly requestId: string;
  readonly code?: string;
  /** Written as a keyed hash: the same for one user within one process, and useless outside of it. */
  readonly user?: Person;
}

type Facts = Readonly<Record<string, string | number>>;

export interface Log {
  request(record: RequestRecord): void;
  /** A fault on our side or behind us; of the error only its kind, numbers and place in the code are kept. */
  failure(code: string, requestId: string, error: unknown): void;
  /** Something an operator must do: a secret expired, a clock that is wrong. */
  alert(what: string, facts?: Facts): void;
  /** Something odd about one user, who is named as in `request`. */
  anomaly(what: string, user: Person): void;
  info(what: string, facts?: Facts): void;
  /** Counted where there are metrics; written nowhere. */
  exchanged(outcome: string, ms: number): void;
  lookedUp(cache: string, hit: boolean): void;
  flush(): void;
}
