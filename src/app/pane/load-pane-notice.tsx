/** Fetches what stands in the task pane while, or because, no Outlook answers. */
import type { ReactNode } from 'react';
import type { Failure } from '../../domain/failure.ts';
import { PaneNotice, type PaneTrouble } from '../../ui/pane/pane-notice.tsx';
import type { Words } from '../../ui/words/create-words.ts';
import { withWords } from '../with-words.ts';

function toTrouble({ code, details }: Failure): PaneTrouble {
  if (code === 'host_outdated') return 'outdated';
  if (code === 'timeout') return 'slow';
  return details.path === 'not in Outlook' ? 'elsewhere' : 'blocked';
}

export async function loadPaneNotice(failure: Failure, words: Words): Promise<ReactNode> {
  await withWords(words, 'pane', Promise.resolve());
  const onOpen = (path: string): void => void open(path, '_blank', 'noopener');
  return <PaneNotice trouble={toTrouble(failure)} onReload={() => location.reload()} onOpen={onOpen} />;
}
