/** One thing to do with a booking: what it is, what is asked, who is mailed, and the two ways out. */
import { Spinner } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Failure } from '../../domain/failure.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { FailureLine } from '../shared/failure-line.tsx';
import { Notice } from '../shared/notice.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useBookingsStyles } from './bookings-styles.ts';
import { type MailedGroup, MailedPeople } from './mailed-people.tsx';

export interface TaskFrameProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly mailed: readonly MailedGroup[];
  readonly send: string;
  readonly canSend: boolean;
  readonly isSending: boolean;
  readonly failure: Failure | undefined;
  /** The question for a permission that is missing. */
  readonly agree?: ReactNode;
  readonly onSend: () => void;
  readonly onBack: () => void;
}

export function TaskFrame(props: TaskFrameProps): ReactNode {
  const { failure, isSending } = props;
  const styles = useBookingsStyles();
  const { t } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.root}>
      <h3 className={styles.heading} ref={title} tabIndex={-1}>
        {props.title}
      </h3>
      {props.children}
      <MailedPeople groups={props.mailed} />
      {failure !== undefined && (
        <Notice intent="error">
          {failure.code === 'conflict' ? t('mine.conflict') : <FailureLine failure={failure} />}
        </Notice>
      )}
      {props.agree}
      <div className={styles.row}>
        <ActionButton appearance="primary" disabled={!props.canSend || isSending} onPress={props.onSend}>
          {props.send}
        </ActionButton>
        <ActionButton disabled={isSending} onPress={props.onBack}>
          {t('mine.back')}
        </ActionButton>
        <span role="status">{isSending && <Spinner size="tiny" label={t('mine.sending')} />}</span>
      </div>
    </section>
  );
}
