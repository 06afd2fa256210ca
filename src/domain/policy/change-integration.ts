/** Decides what an administrator's change, or a proof run, makes of an organisation's integration, and what the audit trail says of it. */
import type { AuditRecord } from '../contract/admin.ts';
import type { ProofRun } from '../contract/proof.ts';
import type { Settings, SettingsChange } from '../contract/settings.ts';
import { nextState, switchState, type Standing } from './integration-state.ts';
import { mergeSettings } from './merge-settings.ts';
import { toStanding, type ProvenFacts } from './proof-standing.ts';
import { settingsDifference } from './settings-difference.ts';

/** As it is stored. */
export interface Integration extends Standing {
  readonly settings: Settings;
  readonly etag: string;
}

type AuditLine = Omit<AuditRecord, 'at' | 'actor'>;

const toFields = ({ state, settings, suspendedBy }: Integration) => ({ state, suspendedBy, ...settings });
const differ = (before: Integration, after: Integration) => settingsDifference(toFields(before), toFields(after));

export type ChangeVerdict<Before> =
  | { readonly ok: true; readonly after: Before }
  /** `doubts` in words: why it can't be enabled. */
  | { readonly ok: false; readonly doubts: string };

/** `after` is `before` itself where nothing changes. What is enabled must be proven with the settings it will then have. */
export function changeIntegration<Before extends Integration>(
  before: Before,
  change: SettingsChange,
  facts: ProvenFacts,
): ChangeVerdict<Before> {
  const settings = mergeSettings(before.settings, change);
  const { doubts } = toStanding(facts, settings);
  const standing = switchState(before, change.enabled, doubts);
  if (standing === undefined) return { ok: false, doubts: doubts.join(', ') };
  const { state, suspendedBy } = standing;
  const after = { ...before, settings, state, suspendedBy };
  return { ok: true, after: differ(before, after) === undefined ? before : after };
}

/** What a run, or two, make of it; `before` itself where they change nothing. */
export function applyProof<Before extends Integration>(before: Before, runs: readonly ProofRun[]): Before {
  const { state, suspendedBy } = nextState(before, runs);
  return state === before.state ? before : { ...before, state, suspendedBy };
}

/** At most one line; none where nothing changed. */
export function describeChange(before: Integration, after: Integration): readonly AuditLine[] {
  const difference = differ(before, after);
  if (difference === undefined) return [];
  const switched = after.state === 'enabled' ? 'enabled' : 'disabled';
  return [{ action: after.state === before.state ? 'settings' : switched, ...difference }];
}

/** A line for each run, and one where the last of them moved the integration. */
export function describeProof(
  before: Integration,
  after: Integration,
  runs: readonly ProofRun[],
): readonly AuditLine[] {
  const ran = runs.map(({ verdict, by }) => ({ action: 'proof_run', to: { verdict, by } }));
  const difference = differ(before, after);
  if (difference === undefined) return ran;
  return [...ran, { action: after.state === 'suspended' ? 'suspended' : 'state', ...difference }];
}

/** What the last change touched, for somebody whose own came later; empty where there was none. */
export function describeLastChange(trail: readonly AuditRecord[]): string {
  const last = trail.find(({ action, to }) => action !== 'proof_run' && to !== undefined);
  return last === undefined ? '' : `Last changed at ${last.at}: ${Object.keys(last.to ?? {}).join(', ')}.`;
}

/** If-Match (RFC 9110, 13.1.1), narrower: one ETag or the star, so that nothing is overwritten by a guess. */
export const isMatch = (header: string | undefined, etag: string): boolean => header === '*' || header === `"${etag}"`;

/** One record a line, each line a JSON text. */
export const toJsonLines = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');
