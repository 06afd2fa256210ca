/** Puts a link or a command on the clipboard, and says so. */
import type { ReactNode } from 'react';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { useCopy } from '../use-copy.ts';

export function CopyButton({ text, children }: { readonly text: string; readonly children: string }): ReactNode {
  const { t } = useWords();
  const { copy, onCopy } = useCopy();
  return (
    <>
      <ActionButton appearance="subtle" onPress={() => onCopy(text)}>
        {children}
      </ActionButton>
      <span role="status">
        {copy === 'copied' && t('action.copied')}
        {copy === 'blocked' && t('action.copyFailed')}
      </span>
    </>
  );
}
