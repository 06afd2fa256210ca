/** What this app did: every call to Microsoft Graph of this visit, to look through and to keep as a file. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { toExport } from '../../domain/ledger/to-export.ts';
import { isChosen, type LedgerChoice, LedgerFilter } from '../../ui/ledger/ledger-filter.tsx';
import { LedgerTable } from '../../ui/ledger/ledger-table.tsx';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { ScreenHead } from '../../ui/shared/screen-head.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { saveFile } from '../save-file.ts';
import type { LedgerScreenProps } from '../screens.ts';

const PAGE = 50;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  text: { margin: 0 },
  soft: { margin: 0, color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  sum: { flex: '1 1 auto', margin: 0, fontWeight: tokens.fontWeightSemibold },
});

export function LedgerScreen({ services, onClose }: LedgerScreenProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const { ledger, version, now } = services;
  const state = useSyncExternalStore(ledger.subscribe, ledger.get);
  const [choice, setChoice] = useState<LedgerChoice>({ purpose: 'all', onlyTroubled: false });
  const [shown, setShown] = useState(PAGE);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { calls, dropped } = state;
  const chosen = calls.filter((call) => isChosen(call, choice)).reverse();
  const save = (): void => {
    const name = `office-shifts-calls-${now().toString().slice(0, 10)}.json`;
    saveFile({ name, type: 'application/json', text: toExport(ledger.get(), { version, now: now() }) });
  };
  const requests = new Set(calls.map(({ request }) => request)).size;
  return (
    <div className={styles.root}>
      <ScreenHead title={t('ledger.title')} back={t('ledger.back')} titleRef={title} onBack={onClose} />
      <p className={styles.text}>{t('ledger.intro')}</p>
      {calls.length === 0 ? (
        <p className={styles.soft}>{t('ledger.empty')}</p>
      ) : (
        <>
          <div className={styles.row}>
            <p className={styles.sum}>{t('ledger.summary', { calls: calls.length, requests })}</p>
            <ActionButton onPress={save}>{t('ledger.export')}</ActionButton>
          </div>
          <LedgerFilter calls={calls} choice={choice} onChoose={setChoice} />
          {chosen.length > 0 ? (
            <LedgerTable calls={chosen.slice(0, shown)} />
          ) : (
            <p className={styles.soft}>{t('ledger.noMatch')}</p>
          )}
          {chosen.length > shown && (
            <div>
              <ActionButton onPress={() => setShown(shown + PAGE)}>{t('ledger.more')}</ActionButton>
            </div>
          )}
        </>
      )}
      {dropped > 0 && <p className={styles.soft}>{t('ledger.dropped', { count: dropped })}</p>}
      {calls.some(({ transport }) => transport === 'relay') && <p className={styles.soft}>{t('ledger.relayNote')}</p>}
    </div>
  );
}
