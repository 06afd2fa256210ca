/** What the meeting is: subject, how many will sit in the room, a Teams link, and how people are invited. */
import { Field, Input, Switch } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { useFieldStyles } from './field-grid.ts';

export interface HeadsFieldProps {
  readonly heads: string;
  readonly problem?: string | undefined;
  readonly onHeads: (text: string) => void;
}

export function HeadsField({ heads, problem, onHeads }: HeadsFieldProps): ReactNode {
  const fields = useFieldStyles();
  const { t } = useWords();
  return (
    <Field
      label={t('booking.heads')}
      hint={t('booking.headsHint')}
      validationState={problem === undefined ? 'none' : 'error'}
      {...(problem === undefined ? {} : { validationMessage: problem })}
    >
      <Input
        className={fields.input}
        type="number"
        inputMode="numeric"
        min={1}
        max={1000}
        step={1}
        value={heads}
        onChange={(_, data) => onHeads(data.value)}
      />
    </Field>
  );
}

export interface SubjectFieldProps {
  readonly subject: string;
  readonly problem?: string | undefined;
  readonly onSubject: (text: string) => void;
}

export function SubjectField({ subject, problem, onSubject }: SubjectFieldProps): ReactNode {
  const fields = useFieldStyles();
  const { t } = useWords();
  return (
    <Field
      label={t('booking.subject')}
      validationState={problem === undefined ? 'none' : 'error'}
      {...(problem === undefined ? {} : { validationMessage: problem })}
    >
      <Input
        className={fields.input}
        dir="auto"
        placeholder={t('booking.subjectDefault')}
        value={subject}
        onChange={(_, data) => onSubject(data.value)}
      />
    </Field>
  );
}

export interface InvitationSwitchesProps {
  readonly online: boolean;
  readonly inviteAtOnce: boolean;
  readonly onOnline: (on: boolean) => void;
  /** Absent where the rooms always come first. */
  readonly onInviteAtOnce?: ((on: boolean) => void) | undefined;
}

export function InvitationSwitches(props: InvitationSwitchesProps): ReactNode {
  const fields = useFieldStyles();
  const { onInviteAtOnce } = props;
  const { t } = useWords();
  return (
    <div className={fields.group}>
      <Switch label={t('booking.online')} checked={props.online} onChange={(_, data) => props.onOnline(data.checked)} />
      {onInviteAtOnce !== undefined && (
        <Field hint={t('booking.atOnceHint')}>
          <Switch
            label={t('booking.atOnce')}
            checked={props.inviteAtOnce}
            onChange={(_, data) => onInviteAtOnce(data.checked)}
          />
        </Field>
      )}
    </div>
  );
}
