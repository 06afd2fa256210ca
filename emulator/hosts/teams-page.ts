/** The page of the emulated Teams: a header with the person and a theme switch, and the tab in a frame of its own origin. */
import { html, jsonBlock } from '../http/html.ts';
import type { Page } from '../http/page.ts';
import { createBrokerClient } from './browser/create-broker-client.ts';
import { createConsentDialog } from './browser/create-consent-dialog.ts';
import { createPopups } from './browser/create-popups.ts';
import { createTabAnswers } from './browser/create-tab-answers.ts';
import { openTeamsPage } from './browser/open-teams-page.ts';
import { createTeamsLinks } from './browser/create-teams-links.ts';
import { runTeamsHost } from './browser/run-teams-host.ts';
import type { HostParameters } from './host-parameters.ts';
import { consentDialog, SANDBOX, themeSwitch } from './host-parts.ts';
import type { TeamsSettings } from './teams-context.ts';

export const TEAMS_SCRIPT_PATH = '/hosts/teams-host.js';

/** The page's one script: each part's own text, so that the browser runs what the compiler has checked. */
export const teamsScript = (): string => {
  const parts = {
    createBrokerClient,
    createConsentDialog,
    createPopups,
    createTabAnswers,
    createTeamsLinks,
    runTeamsHost,
  };
  const texts = Object.entries(parts).map(([name, part]) => `${name}: ${part.toString()}`);
  return `(${openTeamsPage.toString()})({\n${texts.join(',\n')}\n});\n`;
};

export function toTeamsPage(parameters: HostParameters, settings: TeamsSettings): Page {
  const { person, device, theme, nested } = parameters;
  const body = html`<header class="bar">
      <a class="brand" href="/">Teams <small>emulated</small></a>
      <span class="who">${person.displayName}</span>
      <span class="what">${device}${nested ? '' : ', without nested app authentication'}</span>
      ${themeSwitch(theme)}
    </header>
    <main class="stage ${device}">
      <iframe title="Office Shifts" sandbox="${SANDBOX}" allow="clipboard-read; clipboard-write"></iframe>
    </main>
    <footer id="notes" role="status"></footer>
    ${consentDialog()} ${jsonBlock('settings', settings)}
    <script src="${TEAMS_SCRIPT_PATH}"></script>`;
  return {
    title: `Office Shifts | ${person.displayName} | Teams (emulated)`,
    body,
    lang: 'en',
    kind: 'host',
    theme,
    frames: new URL(settings.tabUrl).origin,
  };
}
