/** Decides whether the last passed proof still speaks for today: its age, what failed since, and what it was made with. */
import {
  FEATURE_SCOPES,
  PROOF_DOUBTS,
  REQUIRED_SCOPES,
  type Fingerprint,
  type ProofRun,
  type ProofStanding,
} from '../contract/proof.ts';
import type { Settings } from '../contract/settings.ts';

const LASTS = { hours: 90 * 24 };
const FEATURES = ['freeBusy', 'shifts', 'presence', 'people'] as const;

/** What the app asks of an organisation with these features on, sorted. */
export function listScopes({ features }: Pick<Settings, 'features'>): string[] {
  const optional = FEATURES.filter((feature) => features[feature]).flatMap(
    (feature): readonly string[] => FEATURE_SCOPES[feature],
  );
  return [...REQUIRED_SCOPES, ...optional].sort();
}

/** The app as it runs today. */
export interface AppIdentity {
  readonly clientId: string;
  readonly appIdUri: string;
  /** `1.2.3`. */
  readonly version: string;
}

export function toFingerprint(app: AppIdentity, settings: Pick<Settings, 'features'>): Fingerprint {
  const { clientId, appIdUri, version } = app;
  return { registration: `${clientId} ${appIdUri}`, scopes: listScopes(settings), major: version.split('.')[0] ?? '' };
}

interface Proofs {
  readonly lastPassed: ProofRun | undefined;
  /** The newest that passed or failed: an inconclusive one says nothing. */
  readonly lastRun: ProofRun | undefined;
  readonly now: Temporal.Instant;
}

/** A proof of exactly 90 days still holds. `fingerprint` is today's. */
export function proofStanding(facts: Proofs & { readonly fingerprint: Fingerprint }): ProofStanding {
  const { lastPassed, lastRun, fingerprint, now } = facts;
  if (lastPassed === undefined) return { doubts: ['none_passed'] };
  const { registration, scopes, major } = lastPassed.fingerprint;
  const passedAt = Temporal.Instant.from(lastPassed.endedAt);
  const expiresAt = passedAt.add(LASTS);
  const found: Readonly<Record<ProofStanding['doubts'][number], boolean>> = {
    none_passed: false,
    failed_since: lastRun?.verdict === 'failed',
    too_old: Temporal.Instant.compare(now, expiresAt) > 0,
    registration_changed: registration !== fingerprint.registration,
    scopes_changed: [...scopes].sort().join(' ') !== fingerprint.scopes.join(' '),
    version_changed: major !== fingerprint.major,
  };
  const doubts = PROOF_DOUBTS.filter((doubt) => found[doubt]);
  return { doubts, passedAt: passedAt.toString(), expiresAt: expiresAt.toString() };
}

export interface ProvenFacts extends Proofs {
  readonly app: AppIdentity;
}

/** How the proofs stand against these settings. */
export function toStanding({ app, ...proofs }: ProvenFacts, settings: Pick<Settings, 'features'>) {
  return proofStanding({ ...proofs, fingerprint: toFingerprint(app, settings) });
}
