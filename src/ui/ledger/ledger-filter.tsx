/** Chooses which calls are listed: of one purpose, or only those that went wrong at first. */
import { Checkbox, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { LedgerCall } from '../../domain/ledger/call-report.ts';
import { CALL_PURPOSES, type CallPurpose, findPurpose } from '../../domain/ledger/describe-call.ts';
import { useFieldStyles } from '../booking/field-grid.ts';
import { useWords } from '../words/words-provider.tsx';

export interface LedgerChoice {
  readonly purpose: CallPurpose | 'all';
  readonly onlyTroubled: boolean;
}

export const isChosen = (call: LedgerCall, { purpose, onlyTroubled }: LedgerChoice): boolean =>
  (purpose === 'all' || findPurpose(call) === purpose) && (!onlyTroubled || call.isAgain || call.items === undefined);

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
});

export interface LedgerFilterProps {
  readonly calls: readonly LedgerCall[];
  readonly choice: LedgerChoice;
  readonly onChoose: (choice: LedgerChoice) => void;
}

export function LedgerFilter({ calls, choice, onChoose }: LedgerFilterProps): ReactNode {
  const styles = useStyles();
  const fields = useFieldStyles();
  const { t } = useWords();
  const there = new Set<string>(calls.map(findPurpose));
  const purposes = CALL_PURPOSES.filter((purpose) => there.has(purpose) || purpose === choice.purpose);
  return (
    <div className={styles.root}>
      <Field label={t('ledger.filterPurpose')}>
        <Select
          className={fields.input}
          value={choice.purpose}
          onChange={(_, { value }) =>
            onChoose({ ...choice, purpose: CALL_PURPOSES.find((purpose) => purpose === value) ?? 'all' })
          }
        >
          <option value="all">{t('ledger.filterAll')}</option>
          {purposes.map((purpose) => (
            <option key={purpose} value={purpose}>
              {t(`ledger.purpose.${purpose}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        label={t('ledger.filterTroubled')}
        checked={choice.onlyTroubled}
        onChange={(_, { checked }) => onChoose({ ...choice, onlyTroubled: checked === true })}
      />
    </div>
  );
}
