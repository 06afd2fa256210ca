/** The entities of the emulated Microsoft 365: plain data that the seed plants and the services (entra, graph, hosts, control) read and change. */

/** Time as the mailboxes see it: starts at `now`, runs with the machine, jumps by `advance`. Tokens and keys use the machine's own clock. */
export interface WorldClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `task` once `delayMs` of world time have passed; answers a way to drop it. */
  after(delayMs: number, task: () => void): () => void;
  /** Jumps forward and runs what became due, in order of its time. */
  advance(ms: number): void;
  /** Drops all tasks. */
  stop(): void;
}

export interface Person {
  /** Short name in the demo and in control calls: `alex`. Unique over all tenants. */
  readonly key: string;
  readonly objectId: string;
  /** Tenant whose directory holds the account. */
  readonly tenantId: string;
  displayName: string;
  givenName: string;
  surname: string;
  jobTitle: string | null;
  officeLocation: string | null;
  userPrincipalName: string;
  /** SMTP address; null without a mailbox licence. */
  mail: string | null;
  proxyAddresses: string[];
  userType: 'Member' | 'Guest';
  accountEnabled: boolean;
  /** App roles in our app, such as `Integration.Admin`. */
  appRoles: string[];
  /** Directory role template ids (`wids`). */
  directoryRoles: string[];
  /** One line for the hosts page: who this is in the story. */
  story: string;
}

export interface Tenant {
  readonly id: string;
  readonly name: string;
  /** Domain of its addresses: `contoso.example`. */
  readonly domain: string;
}

/** Which delegated scopes of which client a person (or an admin for everyone) has agreed to. */
interface Consents {
  /** Scopes that hold for the whole tenant, by tenant id. */
  readonly tenantWide: Map<string, Set<string>>;
  /** Scopes one person granted, by object id. */
  readonly personal: Map<string, Set<string>>;
  /** Scopes taken away from one person again, by object id (wins over both). */
  readonly withdrawn: Map<string, Set<string>>;
  /** Machine time of consents given since the start, by `<object or tenant id> <scope in lower case>`. */
  readonly givenAtMs: Map<string, number>;
}

export interface World {
  readonly clock: WorldClock;
  readonly tenants: readonly Tenant[];
  /** By object id. */
  readonly people: Map<string, Person>;
  readonly consents: Consents;
  /** World time until a room answers an invitation. */
  roomAnswerMs: number;
}
