/** How the emulated services behave beyond the usual: each has a usual value, which a reset brings back. */

export interface Switches {
  /** Before every answer of Graph. */
  latencyMs: number;
  /** Lets browsers read `Retry-After`, which Graph does not. */
  exposeRetryAfter: boolean;
  /** How long on-behalf-of does not see a new consent; real tenants need 3 to 5 seconds. */
  consentDelayMs: number;
  /** Life of all access tokens; null: 75 minutes, or a day for clients that take claims challenges. */
  tokenLifeS: number | null;
  /** False: AADSTS65001 comes without `suberror`, as it sometimes does. */
  consentSuberror: boolean;
  /** The client secrets of the registration have expired: AADSTS7000222. */
  secretExpired: boolean;
  /** Tenants (ids or domains) that have no registration of the app: AADSTS700016. */
  unregisteredIn: readonly string[];
  /** Graph counts calls and refuses those beyond its limits (platform facts E2, D1). */
  requestLimits: boolean;
  /** Calls to one mailbox at once. */
  concurrentPerMailbox: number;
  /** Calls to one mailbox in ten minutes. */
  requestsPerMailbox: number;
  /** Calls to one team's shifts in a second. */
  shiftsPerTeam: number;
}

export const USUAL_SWITCHES: Readonly<Switches> = {
  latencyMs: 0,
  exposeRetryAfter: false,
  consentDelayMs: 0,
  tokenLifeS: null,
  consentSuberror: true,
  secretExpired: false,
  unregisteredIn: [],
  requestLimits: true,
  concurrentPerMailbox: 4,
  requestsPerMailbox: 10_000,
  shiftsPerTeam: 4,
};

/** Takes over what is told. */
export function changeSwitches(
  switches: Switches,
  changes: Partial<{ readonly [K in keyof Switches]: Switches[K] | undefined }>,
): void {
  const told = Object.keys(USUAL_SWITCHES).map((name) => [name, changes[name as keyof Switches]] as const);
  Object.assign(switches, Object.fromEntries(told.filter(([, value]) => value !== undefined)));
}
