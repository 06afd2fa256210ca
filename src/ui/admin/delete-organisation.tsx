/** Deletes everything of the organisation, after its name was typed. */
import { Field, Input } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import { ActionButton } from '../shared/action-button.tsx';
import { QuestionDialog } from '../shared/question-dialog.tsx';
import { Message } from '../words/message.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useAdminStyles } from './admin-styles.ts';

export interface DeleteOrganisationProps {
  /** What has to be typed: the organisation's name, or its id where it has none. */
  readonly word: string;
  readonly phase: 'idle' | 'deleting' | 'deleted' | 'failed';
  readonly failure?: ReactNode;
  readonly onDelete: () => void;
}

interface QuestionProps {
  readonly word: string;
  readonly isOpen: boolean;
  readonly onConfirm: () => void;
  readonly onKeep: () => void;
}

function Question({ word, isOpen, onConfirm, onKeep }: QuestionProps): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const isTyped = typed.trim().normalize('NFC') === word.normalize('NFC');
  return (
    <QuestionDialog
      open={isOpen}
      title={t('admin.deleteTitle')}
      contentClass={styles.tight}
      secondary={{ text: t('admin.deleteKeep'), onPress: onKeep }}
      primary={{ text: t('admin.deleteConfirm'), onPress: onConfirm, disabled: !isTyped }}
      onDismiss={onKeep}
    >
      <p className={styles.text}>{t('admin.deleteText')}</p>
      <Field className={styles.field} label={<Message id="admin.deleteType" names={{ word }} />}>
        <Input value={typed} autoComplete="off" dir="auto" onChange={(_, data) => setTyped(data.value)} />
      </Field>
    </QuestionDialog>
  );
}

export function DeleteOrganisation({ word, phase, failure, onDelete }: DeleteOrganisationProps): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  const [isAsking, setAsking] = useState(false);
  const asker = useRef<Element | null>(null);
  const close = (): void => {
    setAsking(false);
    if (asker.current instanceof HTMLElement) asker.current.focus();
  };
  return (
    <section className={styles.card} aria-labelledby="admin-delete">
      <h2 className={styles.heading} id="admin-delete">
        {t('admin.deleteTitle')}
      </h2>
      <p className={styles.soft}>{t('admin.deleteText')}</p>
      {phase === 'failed' && failure}
      <div className={styles.row}>
        <ActionButton
          onPress={() => {
            asker.current = document.activeElement;
            setAsking(true);
          }}
        >
          {t('admin.deleteStart')}
        </ActionButton>
        <span className={styles.small} role="status">
          {phase === 'deleted' && t('admin.deleted')}
        </span>
      </div>
      {isAsking && (
        <Question
          word={word}
          isOpen={isAsking}
          onKeep={close}
          onConfirm={() => {
            close();
            onDelete();
          }}
        />
      )}
    </section>
  );
}
