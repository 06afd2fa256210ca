/** Tells whoever comes in before the others that they are early, and leads to the test. */
import type { ReactNode } from 'react';
import type { Session } from '../domain/contract/session.ts';
import { ActionButton } from '../ui/shared/action-button.tsx';
import { Notice } from '../ui/shared/notice.tsx';
import { useWords } from '../ui/words/words-provider.tsx';
import { useOpenAdmin } from './open-admin.ts';

export function EarlyNotice({ session }: { readonly session: Session }): ReactNode {
  const { t } = useWords();
  const openAdmin = useOpenAdmin();
  const { integration, user } = session;
  if (integration.state === 'enabled' || openAdmin === undefined) return null;
  const action = (
    <ActionButton onPress={openAdmin}>{t(user.isAdmin ? 'door.openAdmin' : 'door.openProof')}</ActionButton>
  );
  return (
    <Notice intent="warning" actions={action}>
      {t('door.early')}
    </Notice>
  );
}
