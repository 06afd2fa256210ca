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

function useLoaded<Props>(
  load: LoadScreen<Props>,
  isQuiet: boolean,
): { readonly loaded: Loaded<Props>; readonly retry: () => void } {
  const words = useWords();
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded<Props>>({ phase: 'loading' });
  useEffect(() => {
    let isWanted = true;
    const start = (): void =>
      void load(words).then(
        (Screen) => isWanted && setLoaded({ phase: 'ready', Screen }),
        () => isWanted && setLoaded({ phase: 'failed' }),
      );
    // what only adds waits until the rest of this screen is there
    const timer = isQuiet ? setTimeout(start, 0) : undefined;
    if (!isQuiet) start();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [load, words, attempt, isQuiet]);
  const retry = useCallback(() => {
    setLoaded({ phase: 'loading' });
    setAttempt((count) => count + 1);
  }, []);
  return { loaded, retry };
}

export interface LazyScreenProps<Props> {
  readonly load: LoadScreen<Props>;
  readonly screenProps: Props;
  /** Adds to what stands by itself: nothing is shown until it is there. */
  readonly isQuiet?: boolean;
}

export function LazyScreen<Props extends object>(props: LazyScreenProps<Props>): ReactNode {
  const { load, screenProps, isQuiet = false } = props;
  const words = useWords();
  const { loaded, retry } = useLoaded(load, isQuiet);
  if (isQuiet && loaded.phase !== 'ready') return null;
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
