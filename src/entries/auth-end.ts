/** The last page of a consent window: checks that Entra answers what we asked, and tells the host. */
import { endConsent } from '../auth/consent-window.ts';
import { tellConsent } from '../auth/end-consent-window.ts';
import { createWords } from '../ui/words/create-words.ts';
import { loadFirstWords } from '../ui/words/load-words.ts';
import { chooseLocale } from '../ui/words/locale.ts';
import { readPageConfig } from './page-config.ts';

const outcome = endConsent(location.hash, sessionStorage);
// neither code nor state stays in the address or the history
history.replaceState(null, '', location.pathname);

async function showOutcome(): Promise<void> {
  const locale = chooseLocale(navigator.language);
  const words = createWords(locale, await loadFirstWords(locale.catalogue), { zone: 'UTC' });
  document.documentElement.lang = locale.formats;
  document.documentElement.dir = locale.direction;
  document.getElementById('root')?.replaceChildren(words.t(outcome.ok ? 'auth.done' : 'auth.failed'));
}

void showOutcome();
// a window that no host has opened has nobody to tell
tellConsent(outcome, readPageConfig().hostOrigins).catch(() => undefined);
