/** For a task pane without its Outlook: says what is missing, and where else the app can be opened. */
import type { ReactNode } from 'react';
import { ActionButton } from '../shared/action-button.tsx';
import { PageFrame } from '../shared/page-frame.tsx';
import { StatePage } from '../shared/state-page.tsx';
import { useWords } from '../words/words-provider.tsx';

export type PaneTrouble = 'slow' | 'blocked' | 'elsewhere' | 'outdated';

export interface PaneNoticeProps {
  readonly trouble: PaneTrouble;
  readonly onReload: () => void;
}

export function PaneNotice({ trouble, onReload }: PaneNoticeProps): ReactNode {
  const { t } = useWords();
  const canReload = trouble === 'slow' || trouble === 'blocked';
  return (
    <PageFrame title={t('app.name')}>
      <StatePage
        title={t(`pane.${trouble}.title`)}
        actions={
          <>
            {canReload && <ActionButton onPress={onReload}>{t('app.reload')}</ActionButton>}
            <a href="/tab" target="_blank" rel="noopener">
              {t('pane.openAlone')}
            </a>
          </>
        }
      >
        <div role="alert">{t(`pane.${trouble}.detail`)}</div>
      </StatePage>
    </PageFrame>
  );
}
