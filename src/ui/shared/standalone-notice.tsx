/** For a page whose host does not answer: says where else to open it. */
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { PageFrame } from './page-frame.tsx';
import { StatePage } from './state-page.tsx';

export function StandaloneNotice(): ReactNode {
  const words = useWords();
  return (
    <PageFrame title={words.t('app.name')}>
      <StatePage
        title={words.t('standalone.title')}
        actions={
          <a href="/tab" target="_blank" rel="noopener">
            {words.t('standalone.open')}
          </a>
        }
      >
        <div role="alert">{words.t('standalone.detail')}</div>
      </StatePage>
    </PageFrame>
  );
}
