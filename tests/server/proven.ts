/** Proof runs as a runner would hand them in, made with the registration that tests use. */
import { randomUUID } from 'node:crypto';
import manifest from '../../package.json';
import type { ProofEvent, ProofRun } from '../../src/domain/contract/proof.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/domain/contract/settings.ts';
import { toFingerprint } from '../../src/domain/policy/proof-standing.ts';
import { CLIENT_ID, type RunningApp } from './running-app.ts';

const identity = { clientId: CLIENT_ID, appIdUri: `api://localhost:3000/${CLIENT_ID}`, version: manifest.version };
export const ALL_FEATURES = { freeBusy: true, shifts: true, presence: true, people: true };

export interface RunWishes {
  readonly verdict?: ProofRun['verdict'];
  readonly features?: Settings['features'];
  readonly steps?: readonly ProofEvent[];
  readonly endedAtMs?: number;
}

export function toRun({ verdict = 'passed', features, steps = [], endedAtMs = Date.now() }: RunWishes = {}): ProofRun {
  const at = new Date(endedAtMs).toISOString();
  const fingerprint = toFingerprint(identity, { features: features ?? DEFAULT_SETTINGS.features });
  return { id: randomUUID(), startedAt: at, endedAt: at, verdict, by: 'admin', fingerprint, steps: [...steps] };
}

export const toTenantId = (app: RunningApp, index = 0): string => app.emulator.tenants[index]?.id ?? '';
