/** The runs that were made, newest first, each to unfold, keep and print. */
import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ProofRun } from '../../domain/contract/proof.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { Unfold } from '../shared/unfold.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useAdminStyles } from './admin-styles.ts';
import { PRINT } from './print-classes.ts';
import { ProofReport, ProofVerdict } from './proof-report.tsx';
import { sayTook, toMoment } from './proof-words.ts';
import type { ProofLinks } from './proof-step-row.tsx';

export interface ProofHistoryProps extends ProofLinks {
  readonly runs: readonly ProofRun[];
  readonly onExport: (run: ProofRun) => void;
  readonly onPrint: (run: ProofRun) => void;
  /** The one on its way to the printer: nothing else of the page is printed. */
  readonly printed: string | undefined;
}

function Run({ run, ...props }: Omit<ProofHistoryProps, 'runs'> & { readonly run: ProofRun }): ReactNode {
  const { onExport, onPrint, onOpen, copyLink } = props;
  const styles = useAdminStyles();
  const words = useWords();
  const { t } = words;
  const when = toMoment(run.startedAt, words) ?? run.startedAt;
  const took = sayTook(Date.parse(run.endedAt) - Date.parse(run.startedAt), words);
  const line = `${when} · ${t(`proof.outcome.${run.verdict}`)} · ${t(`proof.by.${run.by}`)}`;
  return (
    <Unfold label={line}>
      <div className={styles.tight}>
        <div className={mergeClasses(styles.row, PRINT.notPrinted)}>
          <ActionButton onPress={() => onExport(run)}>{t('proof.export')}</ActionButton>
          <ActionButton onPress={() => onPrint(run)}>{t('proof.print')}</ActionButton>
          <span className={styles.small}>{t('proof.took', { duration: took })}</span>
        </div>
        <ProofVerdict events={run.steps} />
        <ProofReport events={run.steps} isRunning={false} label={line} onOpen={onOpen} copyLink={copyLink} />
      </div>
    </Unfold>
  );
}

export function ProofHistory({ runs, printed, ...props }: ProofHistoryProps): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  return (
    <section className={mergeClasses(styles.card, printed === undefined && PRINT.notPrinted)}>
      <h2 className={mergeClasses(styles.heading, printed !== undefined && PRINT.notPrinted)}>{t('proof.history')}</h2>
      {runs.length === 0 && <p className={styles.soft}>{t('proof.historyNone')}</p>}
      <ul className={styles.bare}>
        {runs.map((run) => (
          <li key={run.id} className={printed !== undefined && printed !== run.id ? PRINT.notPrinted : PRINT.printed}>
            <Run run={run} printed={printed} {...props} />
          </li>
        ))}
      </ul>
    </section>
  );
}
