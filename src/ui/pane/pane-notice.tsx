/** For a task pane without its Outlook: says what is missing, and where else the app can be opened. */
import type { ReactNode } from 'react';
import { ActionButton, ActionLink } from '../shared/action-button.tsx';
import { PageFrame } from '../shared/page-frame.tsx';
import { StatePage } from '../shared/state-page.tsx';
import { useWords } from '../words/words-provider.tsx';

export type PaneTrouble = 'slow' | 'blocked' | 'elsewhere' | 'outdated';

export interface PaneNoticeProps {
  readonly trouble: PaneTrouble;
  readonly onReload: () => void;
  readonly onOpen: (path: string) => void;
}

const ALONE = '/tab';

export function PaneNotice({ trouble, onReload, onOpen }: PaneNoticeProps): ReactNode {
  const { t } = useWords();
  const canReload = trouble === 'slow' || trouble === 'blocked';
  return (
    <PageFrame title={t('app.name')}>
      <StatePage
        title={t(`pane.${trouble}.title`)}
        actions={
          <>
            {canReload && <ActionButton onPress={onReload}>{t('app.reload')}</ActionButton>}
            <ActionLink href={ALONE} onPress={() => onOpen(ALONE)}>
              {t('pane.openAlone')}
            </ActionLink>
          </>
        }
      >
        <div role="alert">{t(`pane.${trouble}.detail`)}</div>
      </StatePage>
    </PageFrame>
  );
}
