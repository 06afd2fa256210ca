/** People found for what is typed: a list below the field, walked with the arrow keys. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Colleague } from '../../domain/shifts/colleague.ts';
import { Face } from '../colleagues/face.tsx';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';

export interface PeoplePicker {
  readonly phase: 'idle' | 'searching' | 'found' | 'failed' | 'agree';
  readonly found: readonly Colleague[];
  /** Data URLs by object id in lower case. */
  readonly photos: ReadonlyMap<string, string>;
  /** Index of the option that Enter takes. */
  readonly active: number | undefined;
  readonly onActive: (index: number | undefined) => void;
  readonly onPick: (person: Colleague) => void;
  /** Lets the person agree to it in Microsoft's own window. */
  readonly onAgree: () => void;
}

/** With high contrast the ground turns light, and so every word on it must turn dark. */
const hovered = {
  backgroundColor: tokens.colorNeutralBackground1Hover,
  color: tokens.colorNeutralForeground1Hover,
  '& *': { color: 'inherit' },
} as const;
const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: tokens.spacingVerticalXS,
    listStyle: 'none',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  option: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusSmall,
    cursor: 'pointer',
    ':hover': hovered,
  },
  active: { outline: `2px solid ${tokens.colorStrokeFocus2}`, ...hovered },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  soft: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

export const toOptionId = (listId: string, index: number): string => `${listId}-${index}`;

function Options({ listId, picker }: { readonly listId: string; readonly picker: PeoplePicker }): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const { found, photos, active, onPick } = picker;
  return (
    <ul id={listId} role="listbox" aria-label={t('picker.label')} className={styles.list}>
      {found.map((person, index) => (
        // the field keeps the focus, so that nothing half typed is taken for an address
        <li
          key={person.address}
          id={toOptionId(listId, index)}
          role="option"
          aria-selected={index === active}
          className={mergeClasses(styles.option, index === active && styles.active)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(person)}
        >
          <Face name={person.name} id={person.address} photo={photos.get(person.objectId.toLowerCase())} />
          <span>
            <bdi className={styles.name}>{person.name}</bdi> <bdi className={styles.soft}>{person.address}</bdi>
            {person.isExternal && <span className={styles.soft}> · {t('matrix.external')}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function PeopleSuggestions({
  listId,
  picker,
}: {
  readonly listId: string;
  readonly picker: PeoplePicker;
}): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const { phase, found, onAgree } = picker;
  const said = {
    ...{ idle: '', agree: '', searching: t('picker.searching'), failed: t('picker.failed') },
    found: found.length === 0 ? t('picker.none') : t('picker.found', { count: found.length }),
  }[phase];
  return (
    <>
      {phase === 'found' && found.length > 0 && <Options listId={listId} picker={picker} />}
      {phase === 'agree' && (
        <div>
          <ActionButton onPress={onAgree}>{t('picker.agree')}</ActionButton>
        </div>
      )}
      <span role="status" className={styles.soft}>
        {said}
      </span>
    </>
  );
}
