/** Puts a screen on the page as the frame does: in a theme, with the words of a language, on the mailbox's clock. */
import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { type RenderResult, configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import account from '../../src/ui/words/en/account.json';
import admin from '../../src/ui/words/en/admin.json';
import agenda from '../../src/ui/words/en/agenda.json';
import booking from '../../src/ui/words/en/booking.json';
import bookings from '../../src/ui/words/en/bookings.json';
import help from '../../src/ui/words/en/help.json';
import colleagues from '../../src/ui/words/en/colleagues.json';
import ledger from '../../src/ui/words/en/ledger.json';
import pane from '../../src/ui/words/en/pane.json';
import planning from '../../src/ui/words/en/planning.json';
import profile from '../../src/ui/words/en/profile.json';
import shell from '../../src/ui/words/en/shell.json';
import { createWords } from '../../src/ui/words/create-words.ts';
import { chooseLocale } from '../../src/ui/words/locale.ts';
import { WordsProvider } from '../../src/ui/words/words-provider.tsx';

// Fluent's dialogs hide the page behind them, which journeys look at; looking up each ancestor's style makes tests crawl
configure({ asyncUtilTimeout: 5000, defaultHidden: true });

const ENGLISH = {
  ...shell,
  ...agenda,
  ...booking,
  ...bookings,
  ...help,
  ...colleagues,
  ...ledger,
  ...pane,
  ...planning,
  ...profile,
  ...admin,
  ...account,
};

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
