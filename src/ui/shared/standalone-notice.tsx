/** For a page that nobody frames: says where to open it. */
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { PageFrame } from './page-frame.tsx';
import { StatePage } from './state-page.tsx';

export function StandaloneNotice(): ReactNode {
  const words = useWords();
  return (
    <PageFrame title={words.t('app.name')}>
      <StatePage title={words.t('standalone.title')}>
        <div role="alert">{words.t('standalone.detail')}</div>
      </StatePage>
    </PageFrame>
  );
}
