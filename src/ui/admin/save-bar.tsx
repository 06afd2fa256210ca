/** Saves one part of the settings, and says what became of it; after a conflict both values stand side by side. */
import type { ReactNode } from 'react';
import type { Settings } from '../../domain/contract/settings.ts';
import type { Difference } from '../../domain/policy/settings-difference.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { Notice } from '../shared/notice.tsx';
import { Message } from '../words/message.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useAdminStyles } from './admin-styles.ts';
import { listFields, nameField, readField, sayValue } from './setting-words.ts';

export interface SaveBarProps {
  readonly phase: 'idle' | 'saving' | 'saved' | 'conflict' | 'failed';
  readonly isDirty: boolean;
  readonly isRefused: boolean;
  readonly theirs?: Difference | undefined;
  /** As it would be saved. */
  readonly draft: Settings;
  /** What went wrong. */
  readonly failure?: ReactNode;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

function Conflict({ theirs, draft, onSave, onDiscard }: SaveBarProps & { readonly theirs: Difference }): ReactNode {
  const styles = useAdminStyles();
  const words = useWords();
  const { t } = words;
  const fields = [...new Set([...listFields(theirs.from), ...listFields(theirs.to)])];
  const both = fields.map((field) => ({
    field,
    stored: sayValue(field, readField(theirs.to, field), words),
    yours: field === 'state' ? undefined : sayValue(field, readField(draft, field), words),
  }));
  return (
    <Notice
      intent="warning"
      title={t('admin.conflictTitle', { fields: words.list(fields.map((field) => nameField(field, words))) })}
      actions={
        <>
          <ActionButton appearance="primary" onPress={onSave}>
            {t('admin.conflictApply')}
          </ActionButton>
          <ActionButton onPress={onDiscard}>{t('admin.conflictTake')}</ActionButton>
        </>
      }
    >
      <p className={styles.text}>{t('admin.conflictText')}</p>
      <ul className={styles.list}>
        {both.map(({ field, stored, yours }) => (
          <li key={field}>
            {nameField(field, words)}
            <br />
            <Message id="admin.conflictStored" names={{ value: stored }} />
            {yours !== undefined && yours !== stored && (
              <>
                <br />
                <Message id="admin.conflictYours" names={{ value: yours }} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export function SaveBar(props: SaveBarProps): ReactNode {
  const { phase, isDirty, theirs } = props;
  const styles = useAdminStyles();
  const { t } = useWords();
  const said = { saving: t('admin.saving'), saved: t('admin.saved') };
  const unsaved = isDirty ? t('admin.unsaved') : '';
  return (
    <>
      {phase === 'conflict' && theirs !== undefined && <Conflict {...props} theirs={theirs} />}
      {phase === 'failed' && props.failure}
      <div className={styles.row}>
        <ActionButton appearance={isDirty ? 'primary' : 'secondary'} disabled={props.isRefused} onPress={props.onSave}>
          {t('admin.save')}
        </ActionButton>
        {isDirty && phase !== 'saving' && <ActionButton onPress={props.onDiscard}>{t('admin.discard')}</ActionButton>}
        <span className={styles.small} role="status">
          {phase === 'saving' || phase === 'saved' ? said[phase] : unsaved}
        </span>
      </div>
    </>
  );
}
