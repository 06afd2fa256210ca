/** The administrator's test of the integration: its steps, what each may say, and the report that is kept of a run. */
import * as v from 'valibot';
import { INTEGRATION_STATES } from './session.ts';

/** Without each of these the run fails; the order is the order of the report. */
export const REQUIRED_SCOPES = [
  'User.Read',
  'Calendars.Read',
  'Calendars.ReadWrite',
  'MailboxSettings.Read',
  'Place.Read.All',
] as const;
/** Asked about only where the organisation switched their feature on; without them that feature stays silent. */
export const FEATURE_SCOPES = {
  freeBusy: [],
  shifts: ['Team.ReadBasic.All', 'Schedule.Read.All'],
  presence: ['Presence.Read.All'],
  people: ['People.Read', 'User.ReadBasic.All'],
} as const;
/** The others may be agreed to by each person for themselves (Microsoft: permissions reference). */
export const ADMIN_CONSENT_SCOPES: readonly string[] = ['Place.Read.All', 'Team.ReadBasic.All', 'Schedule.Read.All'];

const scopes = [
  ...REQUIRED_SCOPES,
  ...FEATURE_SCOPES.shifts,
  ...FEATURE_SCOPES.presence,
  ...FEATURE_SCOPES.people,
] as const;
const toScopeStep = <Scope extends string>(scope: Scope): `scope:${Scope}` => `scope:${scope}`;

/** In the order of a run. `clean_up` runs always; `proof` is the whole run and comes last. */
export const PROOF_STEPS = [
  'registration',
  'credential',
  'sign_in',
  ...scopes.map(toScopeStep),
  'calendars',
  'rooms',
  'free_busy',
  'book',
  'double_book',
  'cancel',
  'read_back',
  'work_plan',
  'teams_shifts',
  'presence',
  'clean_up',
  'proof',
] as const;
export type ProofStep = (typeof PROOF_STEPS)[number];

export const PROOF_STATES = ['running', 'passed', 'failed', 'inconclusive', 'skipped'] as const;
export const PROOF_VERDICTS = ['passed', 'failed', 'inconclusive'] as const;
export type ProofVerdict = (typeof PROOF_VERDICTS)[number];

/**
 * Why a step is not simply passed. Beside these: `consent_required` (with `scopes`), and the codes of a failed call
 * (`access_denied`, `throttled`, `timeout`, `upstream_unavailable`, …).
 */
export const PROOF_CODES = [
  /** The credential's end is known to nobody (a secret without ENTRA_CLIENT_SECRET_EXPIRES). The step is passed. */
  'not_known',
  /** Within 30 days. The step is passed. */
  'expires_soon',
  'expired',
  /** Entra refuses the secret or certificate (AADSTS7000215, 7000222, 700027). */
  'credential_refused',
  /** Entra doesn't know the app in this tenant (AADSTS700016, 500011). */
  'registration_unknown',
  /** The runner has no mailbox: a tester with one can run it. */
  'mailbox_missing',
  /** Not one room is listed. */
  'no_rooms',
  /** The room's free/busy can't be read, or Exchange knows no such room. */
  'room_unknown',
  /** No free half hour was found in the days looked at. */
  'no_free_slot',
  'room_declined',
  'room_silent',
  /** It waits for somebody's approval. Inconclusive: pick another room. */
  'room_wants_approval',
  /** It accepted both bookings. Inconclusive: pick another room. */
  'room_allows_conflicts',
  /** Something of the run is still in the own calendar, or the room is not as free as before. */
  'leftovers',
  /** An earlier step that this one needs did not pass. */
  'not_reached',
] as const;

/** One event of the stream of `POST /api/admin/proof-runs`, and one line of the report. Holds nothing of any calendar. */
export const proofEventSchema = v.object({
  step: v.picklist(PROOF_STEPS),
  state: v.picklist(PROOF_STATES),
  ms: v.number(),
  code: v.optional(v.string()),
  /** One English sentence: what to do. Pages have their own words for `code`. */
  remedy: v.optional(v.string()),
  /** 2: the run that confirms a failure while the integration is enabled. */
  attempt: v.optional(v.picklist([1, 2])),
  /** With `consent_required`. */
  scopes: v.optional(v.array(v.string())),
  /** Where the missing consent can be given, and by whom. */
  consent: v.optional(v.object({ by: v.picklist(['user', 'admin']), url: v.string() })),
  /** Counts, dates (ISO 8601) and hours that the step found: `rooms`, `withoutCapacity`, `expires`, `left`, … */
  facts: v.optional(v.record(v.string(), v.union([v.number(), v.string()]))),
});
export type ProofEvent = v.InferOutput<typeof proofEventSchema>;

/** `POST /api/admin/proof-runs`. */
export const proofRequestSchema = v.strictObject({
  /** The room's address. */
  room: v.pipe(v.string(), v.maxLength(320), v.regex(/^[^\s@<>"(),;:\\[\]]+@[^\s@<>"(),;:\\[\]]+$/u)),
  /** An instant with offset; absent: a free half hour 14 days or more ahead. */
  start: v.optional(v.pipe(v.string(), v.isoTimestamp())),
});
export type ProofRequest = v.InferOutput<typeof proofRequestSchema>;

/** What a proof holds for: as soon as one differs, it proves nothing about today. */
export const fingerprintSchema = v.object({
  registration: v.string(),
  /** Sorted. */
  scopes: v.array(v.string()),
  /** Major version of the app. */
  major: v.string(),
});
export type Fingerprint = v.InferOutput<typeof fingerprintSchema>;

/** Kept of a run. Times are ISO 8601 in UTC. */
export const proofRunSchema = v.object({
  id: v.string(),
  startedAt: v.string(),
  endedAt: v.string(),
  verdict: v.picklist(PROOF_VERDICTS),
  by: v.picklist(['admin', 'tester', 'program']),
  fingerprint: fingerprintSchema,
  steps: v.array(proofEventSchema),
});
export type ProofRun = v.InferOutput<typeof proofRunSchema>;

/** Newest first. */
export const proofRunsSchema = v.object({
  value: v.array(proofRunSchema),
  /** One is under way, whoever began it. */
  isRunning: v.optional(v.boolean(), false),
});
export type ProofRuns = v.InferOutput<typeof proofRunsSchema>;

/** Why the organisation can't be switched on right now, or should be proven again. */
export const PROOF_DOUBTS = [
  'none_passed',
  'failed_since',
  'too_old',
  'registration_changed',
  'scopes_changed',
  'version_changed',
] as const;
export const proofStandingSchema = v.object({
  /** Empty: enabling is possible. */
  doubts: v.array(v.picklist(PROOF_DOUBTS)),
  passedAt: v.optional(v.string()),
  /** 90 days after. */
  expiresAt: v.optional(v.string()),
});
export type ProofStanding = v.InferOutput<typeof proofStandingSchema>;
export const stateSchema = v.picklist(INTEGRATION_STATES);
