/** Brings a page to life: words and door are asked for at the same moment, and whatever happens, something readable stands there. */
import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';
import type { Host } from '../host/host.ts';
import { StandaloneNotice } from '../ui/shared/standalone-notice.tsx';
import { createWords, type Words } from '../ui/words/create-words.ts';
import { loadFirstWords } from '../ui/words/load-words.ts';
import { chooseLocale } from '../ui/words/locale.ts';
import { readAhead } from './agenda/read-ahead.ts';
import { App } from './app.tsx';
import { loadTheme } from './load-theme.ts';
import type { Services } from './services.ts';
import { createSessionStore } from './session/session-store.ts';
import { ThemedPage } from './themed-page.tsx';

export interface StartNeeds {
  readonly connectHost: () => Promise<{ readonly host: Host; readonly services: Services }>;
}

const toDeviceZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

async function loadWords(locale: string): Promise<Words> {
  const chosen = chooseLocale(locale);
  return createWords(chosen, await loadFirstWords(chosen.catalogue), { zone: toDeviceZone() });
}

function draw(page: (nonce: string | undefined) => ReactNode, words: Words): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root');
  document.documentElement.lang = words.locale.formats;
  document.documentElement.dir = words.locale.direction;
  document.title = words.t('app.name');
  // browsers empty the attribute of a nonce; the property tells it
  const nonce = document.querySelector<HTMLElement>('[nonce]')?.nonce;
  root.replaceChildren();
  createRoot(root).render(page(nonce === '' ? undefined : nonce));
}

/** Resolves once something stands on the page. */
export async function startPage({ connectHost }: StartNeeds): Promise<void> {
  // most hosts speak the browser's language: on its way before the host has answered
  const guess = loadWords(navigator.language).catch(() => undefined);
  let connected: Awaited<ReturnType<StartNeeds['connectHost']>>;
  try {
    connected = await connectHost();
  } catch {
    const words = (await guess) ?? (await loadWords(navigator.language));
    const theme = await loadTheme(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    draw(
      (nonce) => (
        <ThemedPage theme={theme} words={words} nonce={nonce}>
          <StandaloneNotice />
        </ThemedPage>
      ),
      words,
    );
    return;
  }
  const { host } = connected;
  const services = readAhead(connected.services, toDeviceZone());
  const sessionStore = createSessionStore(services);
  void sessionStore.open();
  const [words, firstTheme] = await Promise.all([loadWords(host.locale), loadTheme(host.theme)]);
  draw((nonce) => <App {...{ services, sessionStore, words, firstTheme, nonce }} />, words);
  host.notifyReady();
}
