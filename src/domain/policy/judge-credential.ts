/** Judges the app's own secret or certificate by the day on which it ends. */

export interface CredentialVerdict {
  readonly state: 'passed' | 'failed';
  readonly code?: 'not_known' | 'expires_soon' | 'expired';
  /** `expires` as an ISO 8601 date, `days` until then. */
  readonly facts?: Readonly<Record<string, number | string>>;
}

const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

/** A bare date is good to its last moment in UTC. */
const toEndMs = (ends: string): number => Date.parse(ends) + (/^\d{4}-\d\d-\d\d$/.test(ends) ? DAY_MS - 1 : 0);

/** Whole days until a date, an instant or a certificate's end; below 0 once it is over, undefined where it is not known. */
export function toCredentialDays(ends: string | undefined, now: Temporal.Instant): number | undefined {
  const endMs = toEndMs(ends ?? '');
  return Number.isNaN(endMs) ? undefined : Math.floor((endMs - now.epochMilliseconds) / DAY_MS);
}

/** One that ends today is good until then; one whose end nobody knows is good until Entra says otherwise. */
export function judgeCredential(ends: string | undefined, now: Temporal.Instant): CredentialVerdict {
  const days = toCredentialDays(ends, now);
  if (days === undefined) return { state: 'passed', code: 'not_known' };
  const facts = { expires: new Date(toEndMs(ends ?? '')).toISOString().slice(0, 10), days };
  if (days < 0) return { state: 'failed', code: 'expired', facts };
  return days < SOON_DAYS ? { state: 'passed', code: 'expires_soon', facts } : { state: 'passed', facts };
}
