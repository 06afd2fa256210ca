/** Which rooms are wanted: a building, a floor, a name, and what has to be there. */
import { Field, Input, Select, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';

export const ROOM_NEEDS = ['display', 'video', 'audio', 'teams', 'wheelChair', 'favourite'] as const;
export type RoomNeed = (typeof ROOM_NEEDS)[number];

export interface RoomFilterValues {
  /** Only this building; empty: all, the nearest first. */
  readonly building: string;
  /** The number of the floor that comes first; empty: any; absent: the one remembered for the building. */
  readonly floor?: string;
  readonly text: string;
  readonly needs: ReadonlySet<RoomNeed>;
}

export interface RoomFiltersProps {
  readonly values: RoomFilterValues;
  readonly buildings: readonly string[];
  /** The building of my shift that day. */
  readonly nearBuilding?: string | undefined;
  /** Of the building that is wanted; empty: none can be chosen. */
  readonly floors: readonly { readonly number: number; readonly label: string }[];
  readonly floor: number | undefined;
  readonly onChange: (change: Partial<RoomFilterValues>) => void;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'flex-end' },
  field: {
    flex: '1 1 10rem',
    minWidth: 0,
    // a select is as wide as its longest option unless told
    '& .fui-Select, & .fui-Select select, & .fui-Input': { width: '100%', minWidth: 0 },
    '& select, & .fui-Input': { '@media (max-width: 639.98px)': { minHeight: '44px' } },
  },
  needs: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  need: {
    minHeight: '32px',
    '@media (max-width: 639.98px)': { minHeight: '44px' },
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
});

function BuildingField({ values, buildings, nearBuilding, onChange }: RoomFiltersProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  if (buildings.length === 0) return null;
  const all = nearBuilding === undefined ? t('rooms.buildingAll') : t('rooms.buildingNear', { building: nearBuilding });
  return (
    <Field className={styles.field} label={t('rooms.building')}>
      <Select value={values.building} onChange={(_, data) => onChange({ building: data.value })}>
        <option value="">{all}</option>
        {buildings.map((building) => (
          <option key={building} value={building}>
            {building}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function FloorField({ floors, floor, onChange }: RoomFiltersProps): ReactNode {
  const styles = useStyles();
  const { t, number } = useWords();
  if (floors.length < 2) return null;
  return (
    <Field className={styles.field} label={t('rooms.floorWish')}>
      <Select
        value={floors.some((other) => other.number === floor) ? String(floor) : ''}
        onChange={(_, data) => onChange({ floor: data.value })}
      >
        <option value="">{t('rooms.floorAny')}</option>
        {floors.map((other) => (
          <option key={other.number} value={String(other.number)}>
            {t('rooms.floorFirst', { floor: other.label === '' ? number(other.number) : other.label })}
          </option>
        ))}
      </Select>
    </Field>
  );
}

export function RoomFilters(props: RoomFiltersProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const { values, onChange } = props;
  const toggle = (need: RoomNeed): void => {
    const needs = new Set(values.needs);
    if (!needs.delete(need)) needs.add(need);
    onChange({ needs });
  };
  return (
    <div className={styles.root} role="group" aria-label={t('rooms.filters')}>
      <BuildingField {...props} />
      <FloorField {...props} />
      <Field className={styles.field} label={t('rooms.text')}>
        <Input type="search" dir="auto" value={values.text} onChange={(_, data) => onChange({ text: data.value })} />
      </Field>
      <div className={styles.needs} role="group" aria-label={t('rooms.needs')}>
        {ROOM_NEEDS.map((need) => (
          <ToggleButton
            key={need}
            className={styles.need}
            size="small"
            checked={values.needs.has(need)}
            onClick={() => toggle(need)}
          >
            {t(`rooms.${need}`)}
          </ToggleButton>
        ))}
      </div>
    </div>
  );
}
