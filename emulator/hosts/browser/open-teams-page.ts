/** Runs in the host page: joins its parts and wires the header's switches. Sent as text, so it refers to nothing outside of itself. */
import type { TeamsSettings } from '../teams-context.ts';
import type { createBrokerClient } from './create-broker-client.ts';
import type { createConsentDialog } from './create-consent-dialog.ts';
import type { createPopups } from './create-popups.ts';
import type { createTabAnswers } from './create-tab-answers.ts';
import type { createTeamsLinks } from './create-teams-links.ts';
import type { runTeamsHost } from './run-teams-host.ts';

interface TeamsPageParts {
  readonly createBrokerClient: typeof createBrokerClient;
  readonly createConsentDialog: typeof createConsentDialog;
  readonly createPopups: typeof createPopups;
  readonly createTabAnswers: typeof createTabAnswers;
  readonly createTeamsLinks: typeof createTeamsLinks;
  readonly runTeamsHost: typeof runTeamsHost;
}

export function openTeamsPage(parts: TeamsPageParts): void {
  const find = <T extends Element>(selector: string): T => {
    const found = document.querySelector<T>(selector);
    if (found === null) throw new Error(`The page has no ${selector}.`);
    return found;
  };
  const settings: TeamsSettings = JSON.parse(find('#settings').textContent ?? '');
  const frame = find<HTMLIFrameElement>('iframe');
  const notes = find<HTMLElement>('#notes');
  let theme = settings.theme;
  const note = (text: string, link?: string): void => {
    notes.textContent = text;
    if (link === undefined) return;
    const anchor = document.createElement('a');
    Object.assign(anchor, { href: link, textContent: link, target: '_blank', rel: 'noopener' });
    notes.append(' ', anchor);
  };

  const askConsent = parts.createConsentDialog(find<HTMLDialogElement>('dialog'));
  const broker = parts.createBrokerClient(settings.person, settings.clientType === 'web', askConsent);
  const popups = parts.createPopups();
  const onLoaded = (ok: boolean, reason?: string): void => {
    document.body.dataset['tab'] = ok ? 'loaded' : 'failed';
    if (!ok) note(`The tab says that it could not start: ${reason ?? ''}`);
  };
  const links = parts.createTeamsLinks(settings, note);
  const answers = parts.createTabAnswers({ settings, broker, popups, links, theme: () => theme, note, onLoaded });
  const sendTheme = parts.runTeamsHost({ settings, frame, answers, popups, note });

  for (const choice of document.querySelectorAll<HTMLInputElement>('input[name=theme]')) {
    choice.addEventListener('change', () => {
      document.documentElement.dataset['theme'] = choice.value;
      theme = choice.value === 'light' ? 'default' : choice.value;
      sendTheme(theme);
    });
  }
  // only now: nothing that the tab says may come before somebody listens
  frame.src = settings.tabUrl;
}
