/** Puts a screen on the page as the frame does: in a theme, with the words of a language, on the mailbox's clock. */
import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { type RenderResult, configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import agenda from '../../src/ui/words/en/agenda.json';
import booking from '../../src/ui/words/en/booking.json';
import profile from '../../src/ui/words/en/profile.json';
import shell from '../../src/ui/words/en/shell.json';
import { createWords } from '../../src/ui/words/create-words.ts';
import { chooseLocale } from '../../src/ui/words/locale.ts';
import { WordsProvider } from '../../src/ui/words/words-provider.tsx';

// Fluent's dialogs hide the page behind them, which journeys look at; looking up each ancestor's style makes tests crawl
configure({ asyncUtilTimeout: 5000, defaultHidden: true });

const ENGLISH = { ...shell, ...agenda, ...booking, ...profile };

export function screenWords(messages: Record<string, string> = ENGLISH, locale = 'en-GB') {
  return createWords(chooseLocale(locale), messages, { zone: 'Europe/Amsterdam', hourCycle: 'h23' });
}

export function showScreen(screen: ReactNode): RenderResult {
  const words = screenWords();
  const dress = (children: ReactNode): ReactNode => (
    <FluentProvider theme={teamsLightTheme}>
      <WordsProvider words={words}>{children}</WordsProvider>
    </FluentProvider>
  );
  const shown = render(dress(screen));
  return { ...shown, rerender: (next) => shown.rerender(dress(next)) };
}
