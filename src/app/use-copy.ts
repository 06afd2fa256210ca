/** Puts a text on the clipboard and tells whether the host let it. */
import { useCallback, useState } from 'react';
import type { CopyState } from '../ui/shared/copyable-code.tsx';

async function copyText(text: string): Promise<CopyState> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    // no clipboard at all, or a frame without the permission: the screen says so
    return 'blocked';
  }
}

export function useCopy(): { readonly copy: CopyState; readonly onCopy: (text: string) => void } {
  const [copy, setCopy] = useState<CopyState>('idle');
  const onCopy = useCallback((text: string) => void copyText(text).then(setCopy), []);
  return { copy, onCopy };
}
