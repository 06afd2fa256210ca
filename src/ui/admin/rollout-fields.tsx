/** Who is let in and by which way calls go, each choice with what it means; and for how long records are kept. */
import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { AUDIENCES, TRANSPORT_MODES } from '../../domain/contract/session.ts';
import { useWords } from '../words/words-provider.tsx';
import { useAdminStyles } from './admin-styles.ts';
import type { SectionFieldsProps } from './feature-fields.tsx';

const isOneOf = <Item extends string>(list: readonly Item[], text: string): text is Item =>
  (list as readonly string[]).includes(text);

function Choice({ label, hint }: { readonly label: string; readonly hint: string }): ReactNode {
  const styles = useAdminStyles();
  return (
    <span>
      {label}
      <br />
      <span className={styles.small}>{hint}</span>
    </span>
  );
}

export function RolloutFields({ draft, onEdit }: SectionFieldsProps): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  return (
    <div className={styles.stack}>
      <Field label={t('admin.field.audience')}>
        <RadioGroup
          className={styles.tall}
          value={draft.audience}
          onChange={(_, { value }) => isOneOf(AUDIENCES, value) && onEdit({ audience: value })}
        >
          {AUDIENCES.map((each) => {
            const label = <Choice label={t(`admin.audience.${each}`)} hint={t(`admin.audienceHint.${each}`)} />;
            return <Radio key={each} value={each} label={label} />;
          })}
        </RadioGroup>
      </Field>
      <Field label={t('admin.field.transport')}>
        <RadioGroup
          className={styles.tall}
          value={draft.transport}
          onChange={(_, { value }) => isOneOf(TRANSPORT_MODES, value) && onEdit({ transport: value })}
        >
          {TRANSPORT_MODES.map((each) => {
            const label = <Choice label={t(`admin.transport.${each}`)} hint={t(`admin.transportHint.${each}`)} />;
            return <Radio key={each} value={each} label={label} />;
          })}
        </RadioGroup>
      </Field>
    </div>
  );
}

const MAX_DAYS = { auditDays: 3_650, logDays: 365 } as const;

interface DaysProps {
  readonly name: keyof typeof MAX_DAYS;
  readonly days: number;
  readonly isRefused: boolean;
  readonly onDays: (days: number) => void;
}

function DaysField({ name, days, isRefused, onDays }: DaysProps): ReactNode {
  const styles = useAdminStyles();
  const words = useWords();
  const [typed, setTyped] = useState<string>();
  // what was typed stays as it was typed, until it is no longer what the draft holds
  const toDays = (text: string): number => (/^\s*\d{1,6}\s*$/u.test(text) ? Number(text) : 0);
  const text = typed !== undefined && toDays(typed) === days ? typed : String(days);
  return (
    <Field
      className={styles.field}
      label={words.t(`admin.field.retention.${name}`)}
      validationState={isRefused ? 'error' : 'none'}
      {...(isRefused ? { validationMessage: words.t('admin.daysBad', { max: words.number(MAX_DAYS[name]) }) } : {})}
    >
      <Input
        inputMode="numeric"
        value={text}
        onChange={(_, data) => {
          setTyped(data.value);
          onDays(toDays(data.value));
        }}
      />
    </Field>
  );
}

export function RetentionFields({ draft, refused, onEdit }: SectionFieldsProps): ReactNode {
  const styles = useAdminStyles();
  return (
    <div className={styles.tight}>
      {(['auditDays', 'logDays'] as const).map((name) => (
        <DaysField
          key={name}
          name={name}
          days={draft.retention[name]}
          isRefused={refused.has(`retention.${name}`)}
          onDays={(days) => onEdit({ retention: { [name]: days } })}
        />
      ))}
    </div>
  );
}
