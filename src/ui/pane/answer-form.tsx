/** Answers the invitation that lies open: with whom it mails said before, and a word of one's own if wanted. */
import { Field, Textarea } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Answer } from '../../domain/agenda/calendar-event.ts';
import type { Failure } from '../../domain/failure.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { FailureLine } from '../shared/failure-line.tsx';
import { Notice } from '../shared/notice.tsx';
import { useWords } from '../words/words-provider.tsx';
import { usePaneStyles } from './pane-styles.ts';

export type AnswerKind = 'accept' | 'tentative' | 'decline';
const KINDS: readonly AnswerKind[] = ['accept', 'tentative', 'decline'];

export interface AnswerFormProps {
  readonly now: Answer;
  /** Who is mailed. */
  readonly organizer: string;
  readonly comment: string;
  readonly isSending: boolean;
  readonly failure?: Failure | undefined;
  readonly onComment: (text: string) => void;
  readonly onAnswer: (kind: AnswerKind) => void;
}

export function AnswerForm(props: AnswerFormProps): ReactNode {
  const styles = usePaneStyles();
  const { t } = useWords();
  const { now, organizer, comment, isSending, failure, onComment, onAnswer } = props;
  return (
    <section className={styles.section}>
      <h3 className={styles.head}>{t('pane.answer.title')}</h3>
      <span role="status">{t('pane.answer.now', { answer: t(`people.${now}`) })}</span>
      <Field label={t('pane.answer.comment')} hint={t('pane.answer.mails', { organizer })}>
        <Textarea maxLength={1000} value={comment} onChange={(_, { value }) => onComment(value)} />
      </Field>
      {failure !== undefined && (
        <Notice intent="error">
          <FailureLine failure={failure} />
        </Notice>
      )}
      <div className={styles.actions}>
        {KINDS.map((kind) => (
          <ActionButton key={kind} disabled={isSending} onPress={() => onAnswer(kind)}>
            {t(`pane.answer.${kind}`)}
          </ActionButton>
        ))}
      </div>
    </section>
  );
}
