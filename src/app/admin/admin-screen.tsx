/** The administration: how the integration stands, its test, its settings, and who changed what. A tester sees the test alone. */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { AdminFrame, ADMIN_TABS, type AdminTab, toTabId } from '../../ui/admin/admin-frame.tsx';
import { AdminSkeleton } from '../../ui/admin/admin-skeleton.tsx';
import { ClosedDoor } from '../../ui/shared/closed-door.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { AdminScreenProps } from '../screens.ts';
import { useCopy } from '../use-copy.ts';
import type { AdminServices } from './admin-services.ts';
import { AuditTab } from './audit-tab.tsx';
import { CopyButton } from './copy-button.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { ProofTab } from './proof-tab.tsx';
import { SettingsTab } from './settings-tab.tsx';
import { useAsked } from './use-asked.ts';
import { useIntegration } from './use-integration.ts';

interface PagesProps extends AdminScreenProps {
  readonly admin: AdminServices;
  readonly tab: AdminTab;
  readonly onTab: (tab: AdminTab) => void;
}

const useLinks = (openLink: (url: string) => void) => {
  const { t } = useWords();
  const copyLink = (url: string): ReactNode => <CopyButton text={url}>{t('admin.copyLink')}</CopyButton>;
  return { onOpen: openLink, copyLink };
};

const NOTHING_CHANGED = (): void => {};

function TesterPage({ admin, services }: Pick<PagesProps, 'admin' | 'services'>): ReactNode {
  const links = useLinks(services.host.openLink);
  const { asked: choices } = useAsked(admin.readChoices);
  return <ProofTab admin={admin} choices={choices} onEnded={NOTHING_CHANGED} {...links} />;
}

/** Each part stays as it is while another is looked at: a run goes on, what was typed is there again. */
function AdminPages({ admin, services, session, tab, onTab }: PagesProps): ReactNode {
  const { t } = useWords();
  const links = useLinks(services.host.openLink);
  const { state, save, refresh, retry } = useIntegration(admin);
  const { asked: choices } = useAsked(admin.readChoices);
  const [seen, setSeen] = useState<ReadonlySet<AdminTab>>(new Set([tab]));
  if (!seen.has(tab)) setSeen(new Set([...seen, tab]));
  const onTest = useCallback(() => onTab('proof'), [onTab]);
  if (state.phase === 'loading') return <AdminSkeleton label={t('admin.loading')} />;
  if (state.phase === 'failed')
    return <FailureNotice title={t('admin.failed')} failure={state.failure} onRetry={retry} />;
  const { integration } = state.stored;
  const { tenantId, objectId } = session.user;
  const word = integration.organisation.name === '' ? tenantId : integration.organisation.name;
  const pages: Readonly<Record<AdminTab, () => ReactNode>> = {
    overview: () => <OverviewTab {...{ integration, save, refresh, onTest }} {...links} />,
    proof: () => <ProofTab {...{ admin, choices }} testerUrl={integration.testerUrl} onEnded={refresh} {...links} />,
    settings: () => <SettingsTab {...{ admin, integration, choices, tenantId, save, refresh }} />,
    audit: () => <AuditTab {...{ admin, word, refresh }} me={objectId} />,
  };
  return (
    <>
      {ADMIN_TABS.filter((each) => each === tab || (seen.has(each) && each !== 'audit')).map((each) => (
        <div key={each} role="tabpanel" aria-labelledby={toTabId(each)} hidden={each !== tab}>
          {pages[each]()}
        </div>
      ))}
    </>
  );
}

function Pages(props: Omit<PagesProps, 'admin'>): ReactNode {
  const { services, session } = props;
  const { t } = useWords();
  const { asked, again } = useAsked(services.openAdmin);
  if (asked.phase === 'loading') return <AdminSkeleton label={t('admin.loading')} />;
  if (asked.phase === 'failed')
    return <FailureNotice title={t('admin.failed')} failure={asked.failure} onRetry={again} />;
  return session.user.isAdmin ? (
    <AdminPages {...props} admin={asked.value} />
  ) : (
    <TesterPage services={services} admin={asked.value} />
  );
}

export function AdminScreen(props: AdminScreenProps): ReactNode {
  const { session, opensAt, onClose } = props;
  const { isAdmin, isTester } = session.user;
  const [tab, setTab] = useState<AdminTab>(isAdmin ? opensAt : 'proof');
  const title = useRef<HTMLHeadingElement>(null);
  const copying = useCopy();
  useEffect(() => title.current?.focus(), []);
  const tabs = useMemo<readonly AdminTab[]>(
    () => (isAdmin ? ADMIN_TABS : isTester ? ['proof'] : []),
    [isAdmin, isTester],
  );
  return (
    <AdminFrame {...{ tab, tabs, onClose }} titleRef={title} onTab={setTab}>
      {isAdmin || isTester ? (
        <Pages {...props} tab={tab} onTab={setTab} />
      ) : (
        <ClosedDoor code="admin_required" organisation={session.organisation.name} onRetry={onClose} {...copying} />
      )}
    </AdminFrame>
  );
}
