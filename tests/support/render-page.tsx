/** Draws the page, or a piece of it, as a host would show it. */
import { teamsLightTheme } from '@fluentui/react-components';
import { act, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { App } from '../../src/app/app.tsx';
import type { Services } from '../../src/app/services.ts';
import { createSessionStore } from '../../src/app/session/session-store.ts';
import { ThemedPage } from '../../src/app/themed-page.tsx';
import { createWords, type Words } from '../../src/ui/words/create-words.ts';
import { loadFirstWords } from '../../src/ui/words/load-words.ts';
import { chooseLocale } from '../../src/ui/words/locale.ts';

export async function loadTestWords(locale = 'en-GB', zone = 'Europe/Amsterdam'): Promise<Words> {
  const chosen = chooseLocale(locale);
  return createWords(chosen, await loadFirstWords(chosen.catalogue), { zone, hourCycle: 'h23' });
}

/** The whole page; resolves when what was asked at once is answered. */
export async function renderPage(services: Services, words?: Words): Promise<RenderResult> {
  const said = words ?? (await loadTestWords());
  const sessionStore = createSessionStore(services);
  const page = <App services={services} sessionStore={sessionStore} words={said} firstTheme={teamsLightTheme} />;
  void sessionStore.open();
  return act(async () => {
    const result = render(page);
    await Promise.resolve();
    return result;
  });
}

/** A piece of the page. */
export async function renderPiece(piece: ReactNode, words?: Words): Promise<RenderResult> {
  const said = words ?? (await loadTestWords());
  return render(
    <ThemedPage theme={teamsLightTheme} words={said}>
      {piece}
    </ThemedPage>,
  );
}
