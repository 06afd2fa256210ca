/** Which two buildings people sit in, and how many in each. */
import { Field, Input, Select, Switch, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useFieldStyles } from '../booking/field-grid.ts';
import { useWords } from '../words/words-provider.tsx';

const useStyles = makeStyles({
  sites: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  select: {
    minWidth: 0,
    '& .fui-Select, & .fui-Select select': { width: '100%', minWidth: 0 },
    '& select': { '@media (max-width: 639.98px)': { minHeight: '44px' } },
  },
});

export function TwinSwitch(props: { readonly on: boolean; readonly onChange: (on: boolean) => void }): ReactNode {
  const { t } = useWords();
  return (
    <Field hint={t('twins.hint')}>
      <Switch label={t('twins.switch')} checked={props.on} onChange={(_, data) => props.onChange(data.checked)} />
    </Field>
  );
}

export interface TwinFieldsProps {
  readonly buildings: readonly string[];
  readonly sites: readonly { readonly building: string; readonly text: string; readonly isWrong: boolean }[];
  readonly onBuilding: (index: 0 | 1, building: string) => void;
  readonly onHeads: (index: 0 | 1, text: string) => void;
}

function SiteFields(props: TwinFieldsProps & { readonly index: 0 | 1 }): ReactNode {
  const { buildings, sites, index, onBuilding, onHeads } = props;
  const styles = useStyles();
  const fields = useFieldStyles();
  const { t } = useWords();
  const site = sites[index];
  if (site === undefined) return null;
  return (
    <div className={fields.pair}>
      <Field className={styles.select} label={t(index === 0 ? 'twins.first' : 'twins.second')}>
        <Select value={site.building} onChange={(_, data) => onBuilding(index, data.value)}>
          {buildings.map((building) => (
            <option key={building} value={building}>
              {building}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={t('twins.heads', { building: site.building })}
        validationState={site.isWrong ? 'error' : 'none'}
        {...(site.isWrong ? { validationMessage: t('booking.problem.heads') } : {})}
      >
        <Input
          className={fields.input}
          type="number"
          inputMode="numeric"
          min={1}
          max={1000}
          step={1}
          value={site.text}
          onChange={(_, data) => onHeads(index, data.value)}
        />
      </Field>
    </div>
  );
}

export function TwinFields(props: TwinFieldsProps): ReactNode {
  const styles = useStyles();
  const fields = useFieldStyles();
  const { t } = useWords();
  return (
    <fieldset className={fields.group}>
      <legend className={fields.legend}>{t('twins.sites')}</legend>
      <div className={styles.sites}>
        <SiteFields {...props} index={0} />
        <SiteFields {...props} index={1} />
        <span className={fields.hint}>{t('twins.headsHint')}</span>
      </div>
    </fieldset>
  );
}
