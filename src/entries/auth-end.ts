/** The last page of a consent window: checks that Entra answers what we asked, and tells the host. */
import { broadcastConsent } from '../auth/consent-popup.ts';
import { endConsent, takeOfficeOpener } from '../auth/consent-window.ts';
import { toOfficeSaying } from '../auth/office-dialog.ts';
import { tellConsent } from '../auth/end-consent-window.ts';
import { createWords } from '../ui/words/create-words.ts';
import { loadFirstWords } from '../ui/words/load-words.ts';
import { chooseLocale } from '../ui/words/locale.ts';
import { readPageConfig } from './page-config.ts';

const outcome = endConsent(location.hash, sessionStorage);
// an administrator's consent for everybody comes back without a code; nobody is told but the person at the window
const answer = new URLSearchParams(location.search);
const isDone = outcome.ok || (answer.get('admin_consent')?.toLowerCase() === 'true' && !answer.has('error'));
// neither code nor state stays in the address or the history
history.replaceState(null, '', location.pathname);

async function showOutcome(): Promise<void> {
  const locale = chooseLocale(navigator.language);
  const words = createWords(locale, await loadFirstWords(locale.catalogue), { zone: 'UTC' });
  document.documentElement.lang = locale.formats;
  document.documentElement.dir = locale.direction;
  document.getElementById('root')?.replaceChildren(words.t(isDone ? 'auth.done' : 'auth.failed'));
}

if (takeOfficeOpener(sessionStorage)) location.replace(toOfficeSaying(outcome));
else {
  void showOutcome();
  broadcastConsent(outcome);
  // a window that no host has opened has nobody to tell
  tellConsent(outcome, readPageConfig().hostOrigins).catch(() => undefined);
}
