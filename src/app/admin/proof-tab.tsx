/** The test: pick a room, watch it step by step, read, keep and print what earlier runs said. */
import { mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Choices } from '../../domain/contract/admin.ts';
import type { ProofRun } from '../../domain/contract/proof.ts';
import { PRINT } from '../../ui/admin/print-classes.ts';
import { AdminSkeleton } from '../../ui/admin/admin-skeleton.tsx';
import { useAdminStyles } from '../../ui/admin/admin-styles.ts';
import { ProofHistory } from '../../ui/admin/proof-history.tsx';
import { ProofProgress } from '../../ui/admin/proof-progress.tsx';
import { ProofStart } from '../../ui/admin/proof-start.tsx';
import type { ProofLinks } from '../../ui/admin/proof-step-row.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { AdminServices } from './admin-services.ts';
import { CopyButton } from './copy-button.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { saveFile } from '../save-file.ts';
import type { Asked } from './use-asked.ts';
import { useAsked } from './use-asked.ts';
import { useProofRun } from './use-proof-run.ts';

interface ProofTabProps extends ProofLinks {
  readonly admin: AdminServices;
  readonly choices: Asked<Choices>;
  /** Absent for a tester, who came by it. */
  readonly testerUrl?: string | undefined;
  /** The state of the integration may have changed. */
  readonly onEnded: () => void;
}

function exportRun(run: ProofRun): void {
  const name = `office-shifts-proof-${run.startedAt.slice(0, 19).replaceAll(':', '')}.json`;
  saveFile({ name, type: 'application/json', text: `${JSON.stringify(run, null, 2)}\n` });
}

/** The page is dressed for paper first, and undressed when the printer has it. */
function usePrint(): { readonly printed: string | undefined; readonly print: (run: ProofRun) => void } {
  const [printed, setPrinted] = useState<string>();
  useEffect(() => {
    if (printed === undefined) return;
    const done = (): void => setPrinted(undefined);
    addEventListener('afterprint', done, { once: true });
    window.print();
    return () => removeEventListener('afterprint', done);
  }, [printed]);
  return { printed, print: (run) => setPrinted(run.id) };
}

function TesterCard({ url }: { readonly url: string }): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  return (
    <section className={mergeClasses(styles.card, PRINT.notPrinted)} aria-labelledby="admin-tester">
      <h2 className={styles.heading} id="admin-tester">
        {t('proof.testerTitle')}
      </h2>
      <p className={styles.soft}>{t('proof.testerText')}</p>
      <div className={styles.row}>
        <bdi className={styles.small}>{url}</bdi>
        <CopyButton text={url}>{t('admin.copyLink')}</CopyButton>
      </div>
    </section>
  );
}

export function ProofTab(props: ProofTabProps): ReactNode {
  const { admin, choices, testerUrl, onEnded, onOpen, copyLink } = props;
  const styles = useAdminStyles();
  const { t } = useWords();
  const { asked: history, again } = useAsked(admin.listProofRuns);
  const ended = useCallback(() => {
    again();
    onEnded();
  }, [again, onEnded]);
  const known = history.phase === 'ready' ? history.value : undefined;
  const runs = known?.value ?? [];
  const { proof, start } = useProofRun({ admin, history: known, onEnded: ended });
  const [room, setRoom] = useState<string>();
  const onStart = (address: string): void => {
    setRoom(address);
    start(address);
  };
  const { printed, print } = usePrint();
  const isRunning = ['running', 'lost', 'underWay'].includes(proof.phase);
  const rooms = choices.phase === 'ready' ? choices.value.rooms : undefined;
  const isMissing =
    choices.phase === 'failed' || (choices.phase === 'ready' && choices.value.missing.includes('rooms'));
  const links = { onOpen, copyLink };
  return (
    <div className={styles.stack}>
      <section className={mergeClasses(styles.card, PRINT.notPrinted)} aria-labelledby="admin-proof">
        <h2 className={styles.heading} id="admin-proof">
          {t('proof.title')}
        </h2>
        <p className={styles.soft}>{t('proof.intro')}</p>
        <ProofStart {...{ rooms, isMissing, isRunning }} hasRun={runs.length > 0} onStart={onStart} />
        {proof.phase === 'notBegun' && <FailureNotice title={t('proof.notBegun')} failure={proof.failure} />}
        {proof.phase === 'underWay' && <Notice intent="info">{t('proof.underWay')}</Notice>}
        {'runs' in proof && (
          <ProofProgress {...proof} {...links} onAgain={room === undefined ? undefined : () => start(room)} />
        )}
      </section>
      {testerUrl !== undefined && <TesterCard url={testerUrl} />}
      {history.phase === 'loading' && <AdminSkeleton label={t('admin.loading')} />}
      {history.phase === 'failed' && (
        <FailureNotice title={t('admin.failed')} failure={history.failure} onRetry={again} />
      )}
      {history.phase === 'ready' && (
        <ProofHistory {...{ runs, printed }} {...links} onExport={exportRun} onPrint={print} />
      )}
    </div>
  );
}
