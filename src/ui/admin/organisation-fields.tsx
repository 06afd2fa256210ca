/** What people read: the organisation's name, its welcome as it will look, and whom to ask. */
import { Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { useAdminStyles } from './admin-styles.ts';
import type { SectionFieldsProps } from './feature-fields.tsx';

const MAX = { name: 100, welcomeText: 1_000, helpContact: 200 } as const;
const HINTS = { name: 'admin.nameHint', welcomeText: 'admin.welcomeHint', helpContact: 'admin.helpHint' } as const;

const useStyles = makeStyles({
  preview: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

function TextField({
  name,
  draft,
  refused,
  onEdit,
}: SectionFieldsProps & { readonly name: keyof typeof MAX }): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  const isRefused = refused.has(`organisation.${name}`);
  const control = {
    value: draft.organisation[name],
    dir: 'auto',
    onChange: (_: unknown, data: { readonly value: string }) => onEdit({ organisation: { [name]: data.value } }),
  } as const;
  return (
    <Field
      className={styles.field}
      label={t(`admin.field.organisation.${name}`)}
      hint={t(HINTS[name])}
      validationState={isRefused ? 'error' : 'none'}
      {...(isRefused ? { validationMessage: t('admin.tooLong', { max: MAX[name] }) } : {})}
    >
      {name === 'welcomeText' ? <Textarea rows={4} resize="vertical" {...control} /> : <Input {...control} />}
    </Field>
  );
}

export function OrganisationFields(props: SectionFieldsProps): ReactNode {
  const styles = useAdminStyles();
  const own = useStyles();
  const { t } = useWords();
  const { welcomeText } = props.draft.organisation;
  return (
    <div className={styles.stack}>
      <TextField {...props} name="name" />
      <TextField {...props} name="welcomeText" />
      <div className={styles.tight}>
        <h3 className={styles.subheading}>{t('admin.preview')}</h3>
        {welcomeText.trim() === '' ? (
          <p className={styles.soft}>{t('admin.previewNone')}</p>
        ) : (
          <p className={own.preview} dir="auto">
            {welcomeText}
          </p>
        )}
      </div>
      <TextField {...props} name="helpContact" />
    </div>
  );
}
