/** The import of rooms' own rules: read here, hashed here, and only then sent. */
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { AdminIntegration, Choices } from '../../domain/contract/admin.ts';
import type { Failure } from '../../domain/failure.ts';
import { type ParsedRoomRules, parseRoomRules } from '../../domain/policy/parse-room-rules.ts';
import { useAdminStyles } from '../../ui/admin/admin-styles.ts';
import { ROOM_RULES_COMMAND, RoomRulesImport } from '../../ui/admin/room-rules-import.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { toFailure } from '../to-failure.ts';
import type { AdminServices } from './admin-services.ts';
import { CopyButton } from './copy-button.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { hashRooms } from './hash-rooms.ts';
import { readTextFile } from './read-text-file.ts';

interface RoomRulesCardProps {
  readonly admin: AdminServices;
  readonly rooms: Choices['rooms'];
  readonly tenantId: string;
  readonly known: AdminIntegration['roomRules'];
  readonly onSaved: () => void;
}

type Saving =
  | { readonly phase: 'idle' | 'saving' }
  | { readonly phase: 'saved'; readonly count: number }
  | { readonly phase: 'failed'; readonly failure: Failure };

/** A name that two rooms have leads to neither. */
function createFindAddress(rooms: Choices['rooms']): (name: string) => string | undefined {
  const byName = new Map<string, string | undefined>();
  for (const { name, address } of rooms) {
    const key = name.trim().toLowerCase();
    byName.set(key, byName.has(key) ? undefined : address);
  }
  return (name) => byName.get(name.trim().toLowerCase());
}

export function RoomRulesCard({ admin, rooms, tenantId, known, onSaved }: RoomRulesCardProps): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  const [text, setText] = useState('');
  const [saving, setSaving] = useState<Saving>({ phase: 'idle' });
  const isBusy = useRef(false);
  const findAddress = useMemo(() => createFindAddress(rooms), [rooms]);
  const parsed = useMemo(
    () => (text.trim() === '' ? undefined : parseRoomRules(text, findAddress)),
    [text, findAddress],
  );
  const take = (next: string): void => {
    setText(next);
    setSaving({ phase: 'idle' });
  };
  const send = (wanted: ParsedRoomRules['rooms']): void => {
    if (isBusy.current) return;
    isBusy.current = true;
    setSaving({ phase: 'saving' });
    void hashRooms(tenantId, wanted)
      .then(admin.saveRoomRules)
      .then(
        () => {
          setText('');
          setSaving({ phase: 'saved', count: wanted.length });
          onSaved();
        },
        (problem: unknown) => setSaving({ phase: 'failed', failure: toFailure(problem) }),
      )
      .finally(() => {
        isBusy.current = false;
      });
  };
  const failure =
    saving.phase === 'failed'
      ? { failure: <FailureNotice title={t('admin.rulesFailed')} failure={saving.failure} /> }
      : {};
  return (
    <section className={styles.card} aria-labelledby="admin-rules">
      <h2 className={styles.heading} id="admin-rules">
        {t('admin.section.rules')}
      </h2>
      <p className={styles.soft}>{t('admin.rulesHint')}</p>
      <RoomRulesImport
        {...{ known, parsed, phase: saving.phase }}
        {...failure}
        saved={saving.phase === 'saved' ? saving.count : 0}
        copyCommand={<CopyButton text={ROOM_RULES_COMMAND}>{t('admin.copyCommand')}</CopyButton>}
        onText={take}
        onFile={(file) => void readTextFile(file).then(take)}
        onImport={() => parsed !== undefined && send(parsed.rooms)}
        onForget={() => send([])}
      />
    </section>
  );
}
