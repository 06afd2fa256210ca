/** My answer to an invitation: one of three, with a message and, short of accepting, another time. */
import { Checkbox, Field, Input, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Failure } from '../../domain/failure.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { FailureLine } from '../shared/failure-line.tsx';
import { Notice } from '../shared/notice.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useColleaguesStyles } from './colleagues-styles.ts';

export type AnswerKind = 'accept' | 'tentative' | 'decline';
const KINDS: readonly AnswerKind[] = ['accept', 'tentative', 'decline'];

/** Texts of native fields for date and time, `2026-11-24T11:00`. */
export interface ProposedTime {
  readonly start: string;
  readonly end: string;
}

export type AnswerState =
  { readonly phase: 'idle' | 'sending' | 'sent' | 'badTime' } | { readonly phase: 'failed'; readonly failure: Failure };

export interface AnswerFormProps {
  readonly subject: string;
  readonly organizer: string;
  readonly maxMessage: number;
  /** Where a proposal begins: the meeting's own time. */
  readonly time: ProposedTime;
  readonly state: AnswerState;
  /** The organizer takes other times. */
  readonly takesProposals: boolean;
  /** Where somebody came to do one thing. */
  readonly begin?: { readonly kind: AnswerKind; readonly proposes: boolean } | undefined;
  /** Times that would suit, above the fields. */
  readonly renderSuggestions: (chosen: ProposedTime, onChoose: (time: ProposedTime) => void) => ReactNode;
  /** Another answer is begun after one was sent. */
  readonly onReset: () => void;
  readonly onSend: (kind: AnswerKind, message: string, proposal: ProposedTime | undefined) => void;
}

function ProposalFields(props: {
  readonly time: ProposedTime;
  readonly onChange: (time: ProposedTime) => void;
}): ReactNode {
  const styles = useColleaguesStyles();
  const { t } = useWords();
  const { time, onChange } = props;
  return (
    <div className={styles.pair}>
      {(['start', 'end'] as const).map((side) => (
        <Field key={side} label={t(`answer.${side}`)}>
          <Input
            type="datetime-local"
            className={styles.input}
            value={time[side]}
            onChange={(_, { value }) => onChange({ ...time, [side]: value })}
          />
        </Field>
      ))}
    </div>
  );
}

function ChosenAnswer(props: AnswerFormProps & { readonly kind: AnswerKind; readonly onBack: () => void }): ReactNode {
  const { kind, state, organizer, maxMessage, onBack, onSend } = props;
  const styles = useColleaguesStyles();
  const { t } = useWords();
  const [message, setMessage] = useState('');
  const [proposes, setProposes] = useState(props.begin?.proposes === true && props.takesProposals);
  const [time, setTime] = useState(props.time);
  const isSending = state.phase === 'sending';
  const isProposing = kind !== 'accept' && proposes;
  // the time that it has already is no proposal
  const isSame = isProposing && time.start === props.time.start && time.end === props.time.end;
  return (
    <>
      <Field label={t('answer.message')}>
        <Textarea value={message} maxLength={maxMessage} onChange={(_, { value }) => setMessage(value)} />
      </Field>
      {kind !== 'accept' && props.takesProposals && (
        <Checkbox
          label={t('answer.propose')}
          checked={proposes}
          onChange={(_, { checked }) => setProposes(checked === true)}
        />
      )}
      {isProposing && (
        <>
          {props.renderSuggestions(time, setTime)}
          <ProposalFields time={time} onChange={setTime} />
        </>
      )}
      {kind === 'decline' && <p className={styles.soft}>{t('answer.declineHint')}</p>}
      <p className={styles.soft}>{t('answer.mails', { name: organizer })}</p>
      {state.phase === 'badTime' && <Notice intent="error">{t('answer.badTime')}</Notice>}
      {state.phase === 'failed' && (
        <Notice intent="error">
          <FailureLine failure={state.failure} />
        </Notice>
      )}
      <div className={styles.row}>
        <ActionButton
          appearance="primary"
          disabled={isSending || isSame}
          label={`${t('answer.send')}: ${t(`answer.${kind}`)}`}
          onPress={() => onSend(kind, message.trim(), isProposing ? time : undefined)}
        >
          {t('answer.send')}
        </ActionButton>
        <ActionButton disabled={isSending} onPress={onBack}>
          {t('answer.back')}
        </ActionButton>
        {isSending && <span role="status">{t('answer.sending')}</span>}
      </div>
    </>
  );
}

export function AnswerForm(props: AnswerFormProps): ReactNode {
  const { state, subject, onReset } = props;
  const styles = useColleaguesStyles();
  const { t } = useWords();
  const [kind, setKind] = useState(props.begin?.kind);
  const isSent = state.phase === 'sent';
  return (
    <section className={styles.card} aria-label={t('answer.title')}>
      <div className={styles.row} role="group" aria-label={t('answer.title')}>
        <span className={styles.name}>{t('answer.title')}</span>
        {KINDS.map((one) => (
          <ActionButton
            key={one}
            appearance={one === kind && !isSent ? 'primary' : 'secondary'}
            expanded={one === kind && !isSent}
            label={t('answer.named', { answer: t(`answer.${one}`), subject })}
            onPress={() => {
              if (isSent) onReset();
              setKind(one);
            }}
          >
            {t(`answer.${one}`)}
          </ActionButton>
        ))}
      </div>
      {kind !== undefined && !isSent && (
        <ChosenAnswer key={kind} {...props} kind={kind} onBack={() => setKind(undefined)} />
      )}
      {isSent && <span role="status">{t('answer.sent')}</span>}
    </section>
  );
}
