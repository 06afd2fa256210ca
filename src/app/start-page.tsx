/** Brings a page to life: words and door are asked for at the same moment, and whatever happens, something readable stands there. */
import { createRoot, type Root } from 'react-dom/client';
import type { ReactNode } from 'react';
import type { Failure } from '../domain/failure.ts';
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
import { toFailure } from './to-failure.ts';

export interface StartNeeds {
  /** May call `onSlow` where the host takes its time, and goes on all the same. */
  readonly connectHost: (
    onSlow: (failure: Failure) => void,
  ) => Promise<{ readonly host: Host; readonly services: Services }>;
  /** What stands there while no host has answered; unless said, the tab's own notice. */
  readonly loadNotice?: (failure: Failure, words: Words) => Promise<ReactNode>;
}

const toDeviceZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

async function loadWords(locale: string): Promise<Words> {
  const chosen = chooseLocale(locale);
  return createWords(chosen, await loadFirstWords(chosen.catalogue), { zone: toDeviceZone() });
}

type Draw = (page: (nonce: string | undefined) => ReactNode, words: Words) => void;

function createDraw(): Draw {
  let root: Root | undefined;
  return (page, words) => {
    root ??= openRoot();
    dressDocument(words);
    // browsers empty the attribute of a nonce; the property tells it
    const nonce = document.querySelector<HTMLElement>('[nonce]')?.nonce;
    root.render(page(nonce === '' ? undefined : nonce));
  };
}

function openRoot(): Root {
  const place = document.getElementById('root');
  if (place === null) throw new Error('the page has no root');
  place.replaceChildren();
  return createRoot(place);
}

function dressDocument(words: Words): void {
  document.documentElement.lang = words.locale.formats;
  document.documentElement.dir = words.locale.direction;
  document.title = words.t('app.name');
}

const loadStandaloneNotice = (): Promise<ReactNode> => Promise.resolve(<StandaloneNotice />);

/** Resolves once something stands on the page. */
export async function startPage({ connectHost, loadNotice = loadStandaloneNotice }: StartNeeds): Promise<void> {
  const draw = createDraw();
  // most hosts speak the browser's language: on its way before the host has answered
  const guess = loadWords(navigator.language).catch(() => undefined);
  let isConnected = false;
  const showNotice = async (failure: Failure): Promise<void> => {
    const words = (await guess) ?? (await loadWords(navigator.language));
    const [theme, notice] = await Promise.all([
      loadTheme(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
      loadNotice(failure, words),
    ]);
    if (isConnected) return;
    draw(
      (nonce) => (
        <ThemedPage theme={theme} words={words} nonce={nonce}>
          {notice}
        </ThemedPage>
      ),
      words,
    );
  };
  let connected: Awaited<ReturnType<StartNeeds['connectHost']>>;
  try {
    connected = await connectHost((failure) => void showNotice(failure));
  } catch (error) {
    return showNotice(toFailure(error));
  }
  isConnected = true;
  const { host } = connected;
  const services = readAhead(connected.services, toDeviceZone());
  const sessionStore = createSessionStore(services);
  void sessionStore.open();
  const [words, firstTheme] = await Promise.all([loadWords(host.locale), loadTheme(host.theme)]);
  draw((nonce) => <App {...{ services, sessionStore, words, firstTheme, nonce }} />, words);
  host.notifyReady();
}
