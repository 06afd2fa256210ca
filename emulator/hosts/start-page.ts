/** The start page: who to be, in which host, on which device, how it looks. */
import { html, type Markup } from '../http/html.ts';
import type { Page } from '../http/page.ts';
import type { Person, Tenant, World } from '../world.ts';

/** Large seeds hold thousands; these are enough to choose from. */
const SHOWN_PEOPLE = 24;

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

const HOSTS: readonly Choice[] = [
  { value: 'teams', label: 'Teams' },
  { value: 'outlook', label: 'Outlook' },
  { value: 'browser', label: 'Plain browser' },
];
const DEVICES: readonly Choice[] = [
  { value: 'web', label: 'Web' },
  { value: 'desktop', label: 'Desktop' },
  { value: 'mobile', label: 'Mobile' },
];
const THEMES: readonly Choice[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'contrast', label: 'High contrast' },
];
const NESTED: readonly Choice[] = [
  { value: 'on', label: 'Offered', hint: 'the page calls Graph itself' },
  { value: 'off', label: 'Not offered', hint: 'our server relays' },
];
const LOCALES: readonly Choice[] = [
  { value: 'en-US', label: 'English (United States)' },
  { value: 'en-GB', label: 'English (United Kingdom)' },
  { value: 'nl-NL', label: 'Nederlands' },
  { value: 'de-DE', label: 'Deutsch' },
  { value: 'fr-FR', label: 'Français' },
  { value: 'ar-SA', label: 'العربية' },
];

const radios = (legend: string, name: string, choices: readonly Choice[]): Markup =>
  html`<fieldset class="choices ${name}">
    <legend>${legend}</legend>
    ${choices.map(
      ({ value, label, hint }, i) =>
        html`<label
          ><input type="radio" name="${name}" value="${value}" ${i === 0 ? html`checked` : undefined} /><span
            ><b>${label}</b>${hint === undefined ? undefined : html` <small>${hint}</small>`}</span
          ></label
        >`,
    )}
  </fieldset>`;

const toPersonChoice = (person: Person, tenants: readonly Tenant[]): Choice => {
  const tenant = tenants.find((one) => one.id === person.tenantId);
  return { value: person.key, label: person.displayName, hint: `${tenant?.name ?? ''} · ${person.story}` };
};

export function toStartPage(world: World): Page {
  const people = [...world.people.values()].slice(0, SHOWN_PEOPLE);
  const body = html`<main class="start">
    <h1>Office Shifts</h1>
    <p class="lead">
      A Microsoft 365 that runs on this machine alone: its people, mailboxes and rooms are made up, and nothing leaves
      it.
    </p>
    <form action="/open" method="get">
      ${radios(
        'Person',
        'person',
        people.map((person) => toPersonChoice(person, world.tenants)),
      )}
      ${radios('Host', 'host', HOSTS)} ${radios('Device', 'device', DEVICES)} ${radios('Theme', 'theme', THEMES)}
      ${radios('Nested app authentication', 'nested', NESTED)}
      <label class="field"
        >Language
        <select name="locale">
          ${LOCALES.map(({ value, label }) => html`<option value="${value}">${label}</option>`)}
        </select></label
      >
      <button class="primary">Open</button>
    </form>
  </main>`;
  return { title: 'Office Shifts: choose who to be', body };
}
