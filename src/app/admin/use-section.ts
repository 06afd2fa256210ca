/** One part of the settings while it is edited: only what was touched is sent, and nothing typed is lost by a refusal. */
import { useRef, useState } from 'react';
import * as v from 'valibot';
import { type Settings, type SettingsChange, settingsChangeSchema } from '../../domain/contract/settings.ts';
import type { Failure } from '../../domain/failure.ts';
import { type Difference, settingsDifference } from '../../domain/policy/settings-difference.ts';
import type { IntegrationHandle } from './use-integration.ts';

/** Everything but the switch, which is no setting. */
type Edits = Omit<SettingsChange, 'enabled'>;

export type SectionStatus =
  | { readonly phase: 'idle' | 'saving' | 'saved' }
  | { readonly phase: 'conflict'; readonly theirs: Difference }
  | { readonly phase: 'failed'; readonly failure: Failure };

export interface SectionHandle {
  /** What is stored, with what was typed over it. */
  readonly draft: Settings;
  readonly isDirty: boolean;
  readonly status: SectionStatus;
  /** Paths of fields that can't be saved as they are: `organisation.name`. */
  readonly refused: ReadonlySet<string>;
  readonly edit: (change: Edits) => void;
  readonly save: () => void;
  readonly discard: () => void;
}

const mergeEdits = (edits: Edits, change: Edits): Edits => ({
  ...edits,
  ...change,
  organisation: { ...edits.organisation, ...change.organisation },
  features: { ...edits.features, ...change.features },
  devices: { ...edits.devices, ...change.devices },
  retention: { ...edits.retention, ...change.retention },
});

/** Not parsed: what is half typed is no setting yet, and has to stay all the same. */
const withEdits = (settings: Settings, edits: Edits): Settings => ({
  ...settings,
  ...edits,
  organisation: { ...settings.organisation, ...edits.organisation },
  features: { ...settings.features, ...edits.features },
  devices: { ...settings.devices, ...edits.devices },
  retention: { ...settings.retention, ...edits.retention },
});

/** Lists are compared, and sent, as a whole. */
const toChange = (settings: Settings, draft: Settings) =>
  v.safeParse(settingsChangeSchema, settingsDifference(settings, draft)?.to ?? {});

export function useSection(settings: Settings, saveChange: IntegrationHandle['save']): SectionHandle {
  const [edits, setEdits] = useState<Edits>({});
  const [status, setStatus] = useState<SectionStatus>({ phase: 'idle' });
  const isBusy = useRef(false);
  const draft = withEdits(settings, edits);
  const change = toChange(settings, draft);
  const refused = new Set(change.success ? [] : change.issues.map((issue) => v.getDotPath(issue) ?? ''));
  const save = (): void => {
    if (isBusy.current || !change.success) return;
    isBusy.current = true;
    setStatus({ phase: 'saving' });
    const sent = edits;
    void saveChange(change.output).then((result) => {
      isBusy.current = false;
      if (result.kind === 'saved') {
        // what was typed while it was on its way stays
        setEdits((now) => (now === sent ? {} : now));
        setStatus({ phase: 'saved' });
      } else if (result.kind === 'conflict') setStatus({ phase: 'conflict', theirs: result.theirs });
      else setStatus({ phase: 'failed', failure: result.failure });
    });
  };
  return {
    draft,
    isDirty: settingsDifference(settings, draft) !== undefined,
    status,
    refused,
    edit: (more) => {
      setEdits((now) => mergeEdits(now, more));
      setStatus((now) => (now.phase === 'saved' ? { phase: 'idle' } : now));
    },
    save,
    discard: () => {
      setEdits({});
      setStatus({ phase: 'idle' });
    },
  };
}
