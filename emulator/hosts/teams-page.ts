/** The page of the emulated Teams: a header with the person and a theme switch, and the tab in a frame of its own origin. */
import { html, jsonBlock, type Markup } from '../http/html.ts';
import type { Page } from '../http/page.ts';
import { createBrokerClient } from './browser/create-broker-client.ts';
import { createConsentDialog } from './browser/create-consent-dialog.ts';
import { createPopups } from './browser/create-popups.ts';
import { createTabAnswers } from './browser/create-tab-answers.ts';
import { openTeamsPage } from './browser/open-teams-page.ts';
import { runTeamsHost } from './browser/run-teams-host.ts';
import type { HostParameters, Theme } from './host-parameters.ts';
import type { TeamsSettings } from './teams-context.ts';

export const TEAMS_SCRIPT_PATH = '/hosts/teams-host.js';

/** The page's one script: each part's own text, so that the browser runs what the compiler has checked. */
export const teamsScript = (): string => {
  const parts = { createBrokerClient, createConsentDialog, createPopups, createTabAnswers, runTeamsHost };
  const texts = Object.entries(parts).map(([name, part]) => `${name}: ${part.toString()}`);
  return `(${openTeamsPage.toString()})({\n${texts.join(',\n')}\n});\n`;
};

const THEMES: readonly (readonly [Theme, string])[] = [
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['contrast', 'High contrast'],
];

const themeSwitch = (chosen: Theme): Markup =>
  html`<fieldset class="switch">
    <legend>Theme</legend>
    ${THEMES.map(
      ([value, label]) =>
        html`<label
          ><input type="radio" name="theme" value="${value}" ${value === chosen ? html`checked` : undefined} /><span
            >${label}</span
          ></label
        >`,
    )}
  </fieldset>`;

/** What the frame of Teams allows its tabs. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads allow-pointer-lock';

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
    <dialog aria-labelledby="consent-title">
      <form method="dialog">
        <h2 id="consent-title"></h2>
        <p></p>
        <ul></ul>
        <div class="decision">
          <button value="cancel">Cancel</button>
          <button value="accept" class="primary">Accept</button>
        </div>
      </form>
    </dialog>
    ${jsonBlock('settings', settings)}
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
