/** What the pages of Teams and Outlook share: theme switch, consent dialog, sandbox. */
import { html, type Markup } from '../http/html.ts';
import type { Theme } from './host-parameters.ts';

const THEMES: readonly (readonly [Theme, string])[] = [
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['contrast', 'High contrast'],
];

/** Changes the theme while the app is open. */
export const themeSwitch = (chosen: Theme): Markup =>
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

/** The host's own question for consent; its script fills it in. */
export const consentDialog = (): Markup =>
  html`<dialog aria-labelledby="consent-title">
    <form method="dialog">
      <h2 id="consent-title"></h2>
      <p></p>
      <ul></ul>
      <div class="decision">
        <button value="cancel">Cancel</button>
        <button value="accept" class="primary">Accept</button>
      </div>
    </form>
  </dialog>`;

/** What the frames of Teams and Outlook allow the app. */
export const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads allow-pointer-lock';
