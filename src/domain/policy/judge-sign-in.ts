/** Tells from Entra's refusal of an exchange which step of a proof run it speaks of (Microsoft: Entra error codes). */
import type { ProofStep } from '../contract/proof.ts';

export interface SignInRefusal {
  readonly ok: false;
  /** AADSTS number; 0 where Entra gave none. */
  readonly aadsts: number;
  /** Our own code for it. */
  readonly code: string;
}

export interface SignInVerdict {
  /** `consent`: the app, its credential and the person are fine; nothing at all was agreed to. */
  readonly step: Extract<ProofStep, 'registration' | 'credential' | 'sign_in'> | 'consent';
  readonly code: string;
  /** Whether Entra looked far enough to know the app. */
  readonly reached: boolean;
}

const REGISTRATION = [700016, 500011];
const CREDENTIAL = [7000215, 7000222, 700027];
const CONSENT = [65001];

export function judgeSignIn({ aadsts, code }: SignInRefusal): SignInVerdict {
  if (REGISTRATION.includes(aadsts)) return { step: 'registration', code: 'registration_unknown', reached: false };
  if (CREDENTIAL.includes(aadsts)) {
    return { step: 'credential', code: aadsts === 7000222 ? 'expired' : 'credential_refused', reached: true };
  }
  if (CONSENT.includes(aadsts) || code === 'consent_required')
    return { step: 'consent', code: 'consent_required', reached: true };
  return { step: 'sign_in', code, reached: aadsts > 0 };
}
