/** Who changed what; and the end of it all: deleting everything of the organisation. */
import { type ReactNode, useRef, useState } from 'react';
import type { AuditRecord } from '../../domain/contract/admin.ts';
import type { Failure } from '../../domain/failure.ts';
import { AdminSkeleton } from '../../ui/admin/admin-skeleton.tsx';
import { useAdminStyles } from '../../ui/admin/admin-styles.ts';
import { AuditList } from '../../ui/admin/audit-list.tsx';
import { DeleteOrganisation } from '../../ui/admin/delete-organisation.tsx';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { toFailure } from '../to-failure.ts';
import type { AdminServices } from './admin-services.ts';
import { FailureNotice } from './failure-notice.tsx';
import { saveFile } from '../save-file.ts';
import { useAsked } from './use-asked.ts';

interface AuditTabProps {
  readonly admin: AdminServices;
  readonly me: string;
  /** What has to be typed before everything is deleted. */
  readonly word: string;
  readonly refresh: () => void;
}

type Deleting =
  { readonly phase: 'idle' | 'deleting' | 'deleted' } | { readonly phase: 'failed'; readonly failure: Failure };

function exportAudit(records: readonly AuditRecord[]): void {
  const text = records.map((record) => `${JSON.stringify(record)}\n`).join('');
  const day = records[0]?.at.slice(0, 10) ?? 'empty';
  saveFile({ name: `office-shifts-audit-${day}.jsonl`, type: 'application/x-ndjson', text });
}

export function AuditTab({ admin, me, word, refresh }: AuditTabProps): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  const { asked, again } = useAsked(admin.readAudit);
  const [deleting, setDeleting] = useState<Deleting>({ phase: 'idle' });
  const isBusy = useRef(false);
  const onDelete = (): void => {
    if (isBusy.current) return;
    isBusy.current = true;
    setDeleting({ phase: 'deleting' });
    void admin
      .deleteTenant()
      .then(
        () => {
          setDeleting({ phase: 'deleted' });
          again();
          refresh();
        },
        (problem: unknown) => setDeleting({ phase: 'failed', failure: toFailure(problem) }),
      )
      .finally(() => {
        isBusy.current = false;
      });
  };
  const failure =
    deleting.phase === 'failed'
      ? { failure: <FailureNotice title={t('admin.deleteFailed')} failure={deleting.failure} /> }
      : {};
  return (
    <div className={styles.stack}>
      {asked.phase === 'loading' && <AdminSkeleton label={t('admin.loading')} />}
      {asked.phase === 'failed' && <FailureNotice title={t('admin.failed')} failure={asked.failure} onRetry={again} />}
      {asked.phase === 'ready' && (
        <section className={styles.card} aria-labelledby="admin-audit">
          <div className={styles.row}>
            <h2 className={styles.heading} id="admin-audit" style={{ flex: '1 1 auto' }}>
              {t('admin.tab.audit')}
            </h2>
            {asked.value.length > 0 && (
              <ActionButton onPress={() => exportAudit(asked.value)}>{t('admin.auditExport')}</ActionButton>
            )}
          </div>
          <p className={styles.soft}>{t('admin.auditHint')}</p>
          <AuditList records={asked.value} me={me} />
        </section>
      )}
      <DeleteOrganisation word={word} phase={deleting.phase} {...failure} onDelete={onDelete} />
    </div>
  );
}
