/** The page of the emulated Outlook: what is open on one side, the task pane in a frame of its own origin on the other. */
import { html, jsonBlock } from '../http/html.ts';
import type { Page } from '../http/page.ts';
import { createBrokerClient } from './browser/create-broker-client.ts';
import { createConsentDialog } from './browser/create-consent-dialog.ts';
import { createOfficeChecks } from './browser/create-office-checks.ts';
import { createOfficeSignIn } from './browser/create-office-sign-in.ts';
import { createOutlookDraft } from './browser/create-outlook-draft.ts';
import { createOutlookSession } from './browser/create-outlook-session.ts';
import { openOutlookPage } from './browser/open-outlook-page.ts';
import { runOutlookHost } from './browser/run-outlook-host.ts';
import type { HostParameters } from './host-parameters.ts';
import { consentDialog, SANDBOX, themeSwitch } from './host-parts.ts';
import type { OutlookSettings } from './outlook-settings.ts';

export const OUTLOOK_SCRIPT_PATH = '/hosts/outlook-host.js';

export const outlookScript = (): string => {
  const sharedParts = { createBrokerClient, createConsentDialog };
  const parts = {
    ...sharedParts,
    createOfficeChecks,
    createOfficeSignIn,
    createOutlookDraft,
    createOutlookSession,
    runOutlookHost,
  };
  const texts = Object.entries(parts).map(([name, part]) => `${name}: ${part.toString()}`);
  return `(${openOutlookPage.toString()})({\n${texts.join(',\n')}\n});\n`;
};

export function toOutlookPage(parameters: HostParameters, settings: OutlookSettings): Page {
  const { person, device, theme, nested } = parameters;
  const { choices, item } = settings;
  const opened = choices.findIndex((one) => one.item?.id === item?.id && one.item?.kind === item?.kind);
  const body = html`<header class="bar">
      <a class="brand" href="/">Outlook <small>emulated</small></a>
      <span class="who">${person.displayName}</span>
      <span class="what">${device}${nested ? '' : ', without nested app authentication'}</span>
      <label
        >Open item
        <select>
          ${opened < 0 ? html`<option value="">As asked</option>` : undefined}
          ${choices.map(
            ({ label }, i) => html`<option value="${i}" ${i === opened ? html`selected` : undefined}>${label}</option>`,
          )}
        </select></label
      >
      ${themeSwitch(theme)}
    </header>
    <main class="stage outlook ${device}">
      <dl id="item" aria-label="Open item"></dl>
      <iframe title="Office Shifts" sandbox="${SANDBOX}" allow="clipboard-read; clipboard-write"></iframe>
    </main>
    ${consentDialog()} ${jsonBlock('settings', settings)}
    <script src="${OUTLOOK_SCRIPT_PATH}"></script>`;
  return {
    title: `Office Shifts | ${person.displayName} | Outlook (emulated)`,
    body,
    lang: 'en',
    kind: 'host',
    theme,
    frames: new URL(settings.paneUrl).origin,
  };
}
