/** The integration as it stands, and changes of it that never overwrite what somebody else saved meanwhile. */
import { useCallback, useEffect, useRef, useState } from 'react';
import * as v from 'valibot';
import type { StoredIntegration } from '../../backend/read-integration.ts';
import type { AdminIntegration } from '../../domain/contract/admin.ts';
import { type Settings, type SettingsChange, settingsSchema } from '../../domain/contract/settings.ts';
import type { Failure } from '../../domain/failure.ts';
import { mergeSettings } from '../../domain/policy/merge-settings.ts';
import { type Difference, settingsDifference } from '../../domain/policy/settings-difference.ts';
import { toFailure } from '../to-failure.ts';
import type { AdminServices } from './admin-services.ts';

export type IntegrationState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'ready'; readonly stored: StoredIntegration };

export type SaveResult =
  | { readonly kind: 'saved' }
  /** What somebody else changed since it was read here. */
  | { readonly kind: 'conflict'; readonly theirs: Difference }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface IntegrationHandle {
  readonly state: IntegrationState;
  readonly save: (change: SettingsChange) => Promise<SaveResult>;
  /** Reads it again; what is on screen stays meanwhile. */
  readonly refresh: () => void;
  readonly retry: () => void;
}

export const toSettings = (integration: AdminIntegration): Settings => v.parse(settingsSchema, integration);

const toCompared = (integration: AdminIntegration): Record<string, unknown> => ({
  state: integration.state,
  ...toSettings(integration),
});

const isAlreadySo = (integration: AdminIntegration, { enabled, ...change }: SettingsChange): boolean => {
  const settings = toSettings(integration);
  const isSwitched = enabled === undefined || enabled === (integration.state === 'enabled');
  return isSwitched && settingsDifference(settings, mergeSettings(settings, change)) === undefined;
};

async function trySave(admin: AdminServices, base: StoredIntegration, change: SettingsChange) {
  try {
    return { stored: await admin.changeIntegration(change, base.etag) };
  } catch (problem) {
    const failure = toFailure(problem);
    if (failure.code !== 'conflict') throw failure;
  }
  const now = await admin.readIntegration();
  // the answer to an earlier try of ours may have been lost on its way
  if (isAlreadySo(now.integration, change)) return { stored: now };
  const theirs = settingsDifference(toCompared(base.integration), toCompared(now.integration));
  return theirs === undefined ? { stored: await admin.changeIntegration(change, now.etag) } : { stored: now, theirs };
}

export function useIntegration(admin: AdminServices): IntegrationHandle {
  const [state, setState] = useState<IntegrationState>({ phase: 'loading' });
  const latest = useRef<StoredIntegration>();
  const asked = useRef(0);
  const show = useCallback((stored: StoredIntegration) => {
    asked.current += 1; // an earlier question's answer is older than this
    latest.current = stored;
    setState({ phase: 'ready', stored });
  }, []);
  const refresh = useCallback(() => {
    asked.current += 1;
    const mine = asked.current;
    admin.readIntegration().then(
      (stored) => mine === asked.current && show(stored),
      (problem: unknown) => {
        if (mine === asked.current && latest.current === undefined)
          setState({ phase: 'failed', failure: toFailure(problem) });
      },
    );
  }, [admin, show]);
  useEffect(() => {
    refresh();
    return () => {
      asked.current += 1;
    };
  }, [refresh]);
  const retry = useCallback(() => {
    setState({ phase: 'loading' });
    refresh();
  }, [refresh]);
  const save = useCallback(
    async (change: SettingsChange): Promise<SaveResult> => {
      const base = latest.current;
      if (base === undefined) throw new Error('nothing was read yet');
      try {
        const { stored, theirs } = await trySave(admin, base, change);
        show(stored);
        return theirs === undefined ? { kind: 'saved' } : { kind: 'conflict', theirs };
      } catch (problem) {
        return { kind: 'failed', failure: toFailure(problem) };
      }
    },
    [admin, show],
  );
  return { state, save, refresh, retry };
}
