/** The whole page inside of a host: its theme, its words, and behind the door the agenda. */
import type { Theme } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Words } from '../ui/words/create-words.ts';
import { DoorScreen } from './door-screen.tsx';
import type { Services } from './services.ts';
import type { SessionStore } from './session/session-store.ts';
import { ThemedPage } from './themed-page.tsx';
import { useHostTheme } from './use-host-theme.ts';

export interface AppProps {
  readonly services: Services;
  readonly sessionStore: SessionStore;
  readonly words: Words;
  /** The host's, as the page opens. */
  readonly firstTheme: Theme;
  readonly nonce?: string | undefined;
}

export function App({ services, sessionStore, words, firstTheme, nonce }: AppProps): ReactNode {
  const theme = useHostTheme(services.host, firstTheme);
  return (
    <ThemedPage theme={theme} words={words} nonce={nonce}>
      <DoorScreen services={services} store={sessionStore} />
    </ThemedPage>
  );
}
