/** A screen that is loaded when it is first opened, with its words; what fails to load can be tried again. */
import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from 'react';
import { ActionButton } from '../ui/shared/action-button.tsx';
import { Notice } from '../ui/shared/notice.tsx';
import type { Words } from '../ui/words/create-words.ts';
import { useWords } from '../ui/words/words-provider.tsx';
import styles from './lazy-screen.module.css';

export type LoadScreen<Props> = (words: Words) => Promise<ComponentType<Props>>;

type Loaded<Props> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly Screen: ComponentType<Props> }
  | { readonly phase: 'failed' };

function useLoaded<Props>(load: LoadScreen<Props>): { readonly loaded: Loaded<Props>; readonly retry: () => void } {
  const words = useWords();
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded<Props>>({ phase: 'loading' });
  useEffect(() => {
    let isWanted = true;
    load(words).then(
      (Screen) => isWanted && setLoaded({ phase: 'ready', Screen }),
      () => isWanted && setLoaded({ phase: 'failed' }),
    );
    return () => {
      isWanted = false;
    };
  }, [load, words, attempt]);
  const retry = useCallback(() => {
    setLoaded({ phase: 'loading' });
    setAttempt((count) => count + 1);
  }, []);
  return { loaded, retry };
}

export interface LazyScreenProps<Props> {
  readonly load: LoadScreen<Props>;
  readonly screenProps: Props;
}

export function LazyScreen<Props extends object>({ load, screenProps }: LazyScreenProps<Props>): ReactNode {
  const words = useWords();
  const { loaded, retry } = useLoaded(load);
  switch (loaded.phase) {
    case 'ready':
      return <loaded.Screen {...screenProps} />;
    case 'loading':
      return <div className={styles.place} role="status" aria-label={words.t('screen.loading')} />;
    case 'failed':
      return (
        <Notice intent="error" actions={<ActionButton onPress={retry}>{words.t('action.retry')}</ActionButton>}>
          {words.t('screen.failed')}
        </Notice>
      );
  }
}
