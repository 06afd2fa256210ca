/** What was decided about one person's sign-in since the reset: signed out everywhere, a second factor due, refused altogether. */
import { randomUUID } from 'node:crypto';

import type { Person } from '../world.ts';
import { EntraError } from './entra-error.ts';
import { FORCED_REFUSALS } from './forced-refusals.ts';

/** Id of the conditional access policy that wants a second factor, as the claims of AADSTS50076 name it. */
const POLICY_ID = '5b1f6c2e-2a52-4c1d-9d1a-0c1f2e3d4a5b';
export const MFA_CLAIMS = JSON.stringify({ access_token: { capolids: { essential: true, values: [POLICY_ID] } } });

export interface SignIn {
  /** Stands in every token as `sid`; a revocation makes a new one. */
  readonly sessionId: string;
  readonly revokedAtMs: number | undefined;
  /** `due`: tokens for Graph are refused until the person signed in with the policy's claims. */
  readonly secondFactor: 'off' | 'due' | 'given';
  /** AADSTS number that every token request gets. */
  readonly refusal: number | undefined;
}

export interface SignIns {
  find(person: Person): SignIn;
  revoke(person: Person): void;
  requireSecondFactor(person: Person, isRequired: boolean): void;
  /** Undefined takes the refusal back. */
  refuse(person: Person, code: number | undefined): void;
  /** An interactive sign-in with these claims (JSON text). */
  noteClaims(person: Person, claims: string | null): void;
  /** An interactive sign-in in which the host itself asked for all that was due. */
  giveSecondFactor(person: Person): void;
  clear(): void;
}

const UNTOUCHED = { revokedAtMs: undefined, secondFactor: 'off', refusal: undefined } as const;

export function createSignIns(): SignIns {
  const known = new Map<string, SignIn>();
  const find = (person: Person): SignIn => {
    const kept = known.get(person.objectId) ?? { ...UNTOUCHED, sessionId: randomUUID() };
    known.set(person.objectId, kept);
    return kept;
  };
  const change = (person: Person, changes: Partial<SignIn>): void => {
    known.set(person.objectId, { ...find(person), ...changes });
  };
  const giveSecondFactor = (person: Person): void => {
    if (find(person).secondFactor === 'due') change(person, { secondFactor: 'given' });
  };
  return {
    find,
    giveSecondFactor,
    revoke: (person) => change(person, { sessionId: randomUUID(), revokedAtMs: Date.now() }),
    requireSecondFactor: (person, isRequired) => change(person, { secondFactor: isRequired ? 'due' : 'off' }),
    refuse: (person, refusal) => change(person, { refusal }),
    noteClaims: (person, claims) => {
      if (claims?.includes(POLICY_ID)) giveSecondFactor(person);
    },
    // tokens outlive a reset, as the keys do that signed them
    clear: () => known.forEach(({ sessionId }, id) => known.set(id, { ...UNTOUCHED, sessionId })),
  };
}

/** Tokens without a session stand for the current one. */
export const isRevoked = (signIns: SignIns, person: Person, sessionId: unknown): boolean =>
  sessionId !== undefined && sessionId !== signIns.find(person).sessionId;

/** Throws AADSTS50173 for what was issued before the person was signed out everywhere. */
export function requireSession(signIns: SignIns, person: Person, sessionId: unknown): void {
  if (!isRevoked(signIns, person, sessionId)) return;
  const since = new Date(signIns.find(person).revokedAtMs ?? 0).toISOString();
  throw new EntraError({
    error: 'invalid_grant',
    code: 50173,
    message: `The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The TokensValidFrom date (before which tokens are not valid) for this user is '${since}'.`,
    suberror: 'bad_token',
  });
}

/** Throws the refusal that was ordered for the person, and AADSTS50076 while a second factor is due for Graph. */
export function requireAllowed(signIns: SignIns, person: Person, resource: 'graph' | 'app' | undefined): void {
  const { refusal, secondFactor } = signIns.find(person);
  const forced = refusal === undefined ? undefined : FORCED_REFUSALS.get(refusal);
  if (forced !== undefined) throw new EntraError(forced);
  if (resource !== 'graph' || secondFactor !== 'due') return;
  throw new EntraError({
    error: 'interaction_required',
    code: 50076,
    message:
      "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
    suberror: 'basic_action',
    claims: MFA_CLAIMS,
  });
}
