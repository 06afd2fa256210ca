/** Which buildings the room finder offers: those that Microsoft 365 knows, and others by their name. */
import { Checkbox, Field, Input, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useAdminStyles } from './admin-styles.ts';
import type { SectionFieldsProps } from './feature-fields.tsx';

export interface BuildingFieldsProps extends SectionFieldsProps {
  readonly buildings: readonly string[];
  readonly isMissing: boolean;
}

const MAX_LENGTH = 128;

export function BuildingFields({ draft, buildings, isMissing, onEdit }: BuildingFieldsProps): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const picked = draft.buildings;
  const all = [...new Set([...buildings, ...picked])];
  const add = (event?: SyntheticEvent): void => {
    event?.preventDefault();
    const name = typed.trim();
    if (name !== '' && !picked.includes(name)) onEdit({ buildings: [...picked, name] });
    setTyped('');
  };
  const pick = (name: string, isPicked: boolean): void =>
    onEdit({ buildings: isPicked ? [...picked, name] : picked.filter((each) => each !== name) });
  return (
    <div className={styles.tight}>
      {isMissing && <p className={styles.soft}>{t('admin.buildingsMissing')}</p>}
      <div className={mergeClasses(styles.group, styles.tall)}>
        {all.map((name) => (
          <Checkbox
            key={name}
            label={<bdi>{name}</bdi>}
            checked={picked.includes(name)}
            onChange={(_, data) => pick(name, data.checked === true)}
          />
        ))}
      </div>
      <form className={styles.row} onSubmit={add} noValidate style={{ alignItems: 'flex-end' }}>
        <Field className={styles.field} label={t('admin.addBuilding')}>
          <Input value={typed} maxLength={MAX_LENGTH} dir="auto" onChange={(_, data) => setTyped(data.value)} />
        </Field>
        <ActionButton onPress={add}>{t('admin.add')}</ActionButton>
      </form>
    </div>
  );
}
