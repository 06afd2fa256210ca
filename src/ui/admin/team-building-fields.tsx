/** In which building a team, or one scheduling group of it, works. */
import { Combobox, Field, Input, makeStyles, Option, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Choices } from '../../domain/contract/admin.ts';
import type { Settings } from '../../domain/contract/settings.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useAdminStyles } from './admin-styles.ts';
import type { SectionFieldsProps } from './feature-fields.tsx';

type TeamBuilding = Settings['teamBuildings'][number];
type Teams = Choices['teams'];

export interface TeamBuildingFieldsProps extends SectionFieldsProps {
  readonly teams: Teams;
  readonly buildings: readonly string[];
  readonly isMissing: boolean;
}

const MAX_TEAMS = 500;
const MAX_LENGTH = 128;

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 799.98px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  remove: { '@media (min-width: 800px)': { marginTop: '24px' } },
});

interface ListedInputProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly problem?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** An entry of the list, or any text. */
function ListedInput({ label, value, options, problem, onChange }: ListedInputProps): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  const known = options.find((option) => option.value === value);
  return (
    <Field
      className={styles.field}
      label={label}
      validationState={problem === undefined ? 'none' : 'error'}
      {...(problem === undefined ? {} : { validationMessage: problem })}
    >
      <Combobox
        expandIcon={{ 'aria-label': t('admin.showList') }}
        freeform
        autoComplete="off"
        value={known?.text ?? value}
        selectedOptions={known === undefined ? [] : [value]}
        onChange={(event) => {
          const text = event.target.value;
          onChange((options.find((option) => option.text === text)?.value ?? text).slice(0, MAX_LENGTH));
        }}
        onOptionSelect={(_, data) => data.optionValue !== undefined && onChange(data.optionValue)}
      >
        {options.map((option) => (
          <Option key={option.value} value={option.value} text={option.text}>
            <bdi>{option.text}</bdi>
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}

interface RowProps extends Pick<TeamBuildingFieldsProps, 'teams' | 'buildings' | 'refused'> {
  readonly entry: TeamBuilding;
  readonly index: number;
  readonly onChange: (entry: TeamBuilding) => void;
  readonly onRemove: () => void;
}

function TeamRow({ entry, index, teams, buildings, refused, onChange, onRemove }: RowProps): ReactNode {
  const styles = useAdminStyles();
  const own = useStyles();
  const { t } = useWords();
  const { groupId, ...rest } = entry;
  const isRefused = (field: string): boolean => refused.has(`teamBuildings.${index}.${field}`);
  const name = teams.find(({ id }) => id === entry.teamId)?.name ?? entry.teamId;
  const teamOptions = teams.map((team) => ({ value: team.id, text: team.name }));
  return (
    <li className={own.row}>
      <ListedInput
        label={t(teams.length > 0 ? 'admin.team' : 'admin.teamId')}
        value={entry.teamId}
        options={teamOptions}
        problem={isRefused('teamId') ? t('admin.teamIdBad') : undefined}
        onChange={(teamId) => onChange({ ...entry, teamId })}
      />
      <Field className={styles.field} label={t('admin.group')} hint={t('admin.groupHint')}>
        <Input
          value={groupId ?? ''}
          maxLength={MAX_LENGTH}
          dir="ltr"
          onChange={(_, data) => onChange(data.value === '' ? rest : { ...rest, groupId: data.value })}
        />
      </Field>
      <ListedInput
        label={t('admin.building')}
        value={entry.building}
        options={buildings.map((building) => ({ value: building, text: building }))}
        problem={isRefused('building') ? t('admin.buildingMissing') : undefined}
        onChange={(building) => onChange({ ...entry, building })}
      />
      <ActionButton
        className={own.remove}
        appearance="subtle"
        icon={<DeleteRegular />}
        label={t('admin.removeTeam', { name })}
        onPress={onRemove}
      />
    </li>
  );
}

export function TeamBuildingFields(props: TeamBuildingFieldsProps): ReactNode {
  const { draft, teams, buildings, refused, isMissing, onEdit } = props;
  const styles = useAdminStyles();
  const { t } = useWords();
  const entries = draft.teamBuildings;
  const change = (teamBuildings: TeamBuilding[]): void => onEdit({ teamBuildings });
  return (
    <div className={styles.tight}>
      {isMissing && <p className={styles.soft}>{t('admin.teamsMissing')}</p>}
      <ul className={styles.bare}>
        {entries.map((entry, index) => (
          <TeamRow
            key={index}
            {...{ entry, index, teams, buildings, refused }}
            onChange={(next) => change(entries.map((each, at) => (at === index ? next : each)))}
            onRemove={() => change(entries.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      {entries.length < MAX_TEAMS && (
        <div className={styles.row}>
          <ActionButton onPress={() => change([...entries, { teamId: '', building: '' }])}>
            {t('admin.addTeam')}
          </ActionButton>
        </div>
      )}
    </div>
  );
}
