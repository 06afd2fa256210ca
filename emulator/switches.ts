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
}

export const USUAL_SWITCHES: Readonly<Switches> = {
  latencyMs: 0,
  exposeRetryAfter: false,
  consentDelayMs: 0,
  tokenLifeS: null,
  consentSuberror: true,
  secretExpired: false,
};

/** Takes over what is told. */
export function changeSwitches(
  switches: Switches,
  changes: Partial<{ readonly [K in keyof Switches]: Switches[K] | undefined }>,
): void {
  const told = Object.keys(USUAL_SWITCHES).map((name) => [name, changes[name as keyof Switches]] as const);
  Object.assign(switches, Object.fromEntries(told.filter(([, value]) => value !== undefined)));
}
