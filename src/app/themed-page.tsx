/** Dresses the page: the host's theme, the language's direction, style elements that the page's policy lets in. */
import { createDOMRenderer, FluentProvider, RendererProvider, type Theme } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { Words } from '../ui/words/create-words.ts';
import { WordsProvider } from '../ui/words/words-provider.tsx';
import { CrashBoundary } from './crash-boundary.tsx';

export interface ThemedPageProps {
  /** Date pickers and scroll bars are the browser's own: they are told whether the page is light or dark. */
  readonly theme: Theme & { readonly colorScheme?: string };
  readonly words: Words;
  /** Of the policy (CSP) under which this page was answered; styles without it are refused. */
  readonly nonce?: string | undefined;
  readonly children: ReactNode;
}

export function ThemedPage({ theme, words, nonce, children }: ThemedPageProps): ReactNode {
  const [renderer] = useState(() =>
    createDOMRenderer(document, nonce === undefined ? {} : { styleElementAttributes: { nonce } }),
  );
  useEffect(() => {
    document.documentElement.style.colorScheme = theme.colorScheme ?? '';
  }, [theme]);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={theme} dir={words.locale.direction}>
        <WordsProvider words={words}>
          <CrashBoundary>{children}</CrashBoundary>
        </WordsProvider>
      </FluentProvider>
    </RendererProvider>
  );
}
