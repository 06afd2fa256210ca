/** Writes the unified Microsoft 365 manifest (Teams tab and Outlook pane in one) and its language files. */
import { product, toIconUrl, version, words } from './product.mjs';

const MAIL = {
  scopes: ['mail'],
  formFactors: ['desktop'],
  capabilities: [{ name: 'Mailbox', minVersion: product.mailbox }],
};

/** A message can be pinned, an appointment can't (Microsoft: pinnable task pane). */
const BUTTONS = [
  {
    id: 'plan',
    contexts: ['mailRead', 'mailCompose'],
    action: { id: 'openPlan', type: 'openPage', view: 'plan', pinnable: true, supportsNoItemContext: true },
  },
  {
    id: 'places',
    contexts: ['meetingDetailsOrganizer', 'meetingDetailsAttendee'],
    action: { id: 'openPlaces', type: 'openPage', view: 'places' },
  },
];

function toRibbon({ id, contexts, action }, text, deployment) {
  const icons = product.ribbonIcons.map((size) => ({ size, url: toIconUrl(deployment, size) }));
  const label = text[`${id}Label`];
  return {
    requirements: MAIL,
    contexts,
    tabs: [
      {
        builtInTabId: 'TabDefault',
        groups: [
          {
            id: `${id}Group`,
            label: text.group,
            icons,
            controls: [
              {
                id: `${id}Button`,
                type: 'button',
                label,
                icons,
                supertip: { title: label, description: text[`${id}Tip`] },
                actionId: action.id,
              },
            ],
          },
        ],
      },
    ],
  };
}

function toExtension(text, deployment) {
  const page = deployment.origin + product.pages.pane;
  return {
    requirements: MAIL,
    runtimes: [
      {
        id: 'pane',
        type: 'general',
        lifetime: 'short',
        code: { page },
        actions: BUTTONS.map(({ action }) => action),
      },
    ],
    ribbons: BUTTONS.map((button) => toRibbon(button, text, deployment)),
    alternates: [{ hide: { customOfficeAddin: { officeAddinId: deployment.addInId } } }],
  };
}

/** @param {readonly string[]} baseScopes asked for at the first sign-in, in the order in which the page asks */
export function buildUnified(deployment, baseScopes) {
  const { origin, host, clientId, appId, appIdUri, broker } = deployment;
  const { pages, schemaVersion, accentColor, publisher } = product;
  const text = words.en;
  const [defaultLanguageTag, ...others] = Object.keys(words);
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/MicrosoftTeams.schema.json`,
    manifestVersion: schemaVersion,
    version,
    id: appId,
    localizationInfo: {
      defaultLanguageTag,
      defaultLanguageFile: `languages/${defaultLanguageTag}.json`,
      additionalLanguages: others.map((languageTag) => ({ languageTag, file: `languages/${languageTag}.json` })),
    },
    developer: {
      name: publisher,
      websiteUrl: origin + pages.support,
      privacyUrl: origin + pages.privacy,
      termsOfUseUrl: origin + pages.terms,
    },
    name: { short: text.name, full: text.fullName },
    description: { short: text.short, full: text.full },
    icons: { color: 'color.png', outline: 'outline.png', color32x32: 'color32x32.png' },
    accentColor,
    staticTabs: [
      {
        entityId: 'agenda',
        name: text.tab,
        contentUrl: origin + pages.tab,
        websiteUrl: origin + pages.tab,
        scopes: ['personal'],
      },
    ],
    permissions: ['identity'],
    validDomains: [host],
    showLoadingIndicator: true,
    defaultInstallScope: 'personal',
    webApplicationInfo: {
      id: clientId,
      resource: appIdUri,
      nestedAppAuthInfo: [{ redirectUri: broker, scopes: [...baseScopes] }],
    },
    authorization: {
      permissions: { resourceSpecific: [{ name: 'MailboxItem.ReadWrite.User', type: 'Delegated' }] },
    },
    extensions: [toExtension(text, deployment)],
  };
}

/** Every text of the manifest that people read, by the path under which a language file replaces it. */
export function listTexts(manifest) {
  const texts = {
    'name.short': manifest.name?.short,
    'name.full': manifest.name?.full,
    'description.short': manifest.description?.short,
    'description.full': manifest.description?.full,
  };
  for (const [index, tab] of (manifest.staticTabs ?? []).entries()) texts[`staticTabs[${index}].name`] = tab.name;
  for (const [ribbon, { tabs = [] }] of (manifest.extensions?.[0]?.ribbons ?? []).entries())
    for (const [tab, { groups = [] }] of tabs.entries())
      for (const [group, { label, controls = [] }] of groups.entries()) {
        const path = `extensions[0].ribbons[${ribbon}].tabs[${tab}].groups[${group}]`;
        texts[`${path}.label`] = label;
        for (const [control, { label: name, supertip }] of controls.entries()) {
          texts[`${path}.controls[${control}].label`] = name;
          texts[`${path}.controls[${control}].supertip.title`] = supertip?.title;
          texts[`${path}.controls[${control}].supertip.description`] = supertip?.description;
        }
      }
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}

/** @returns {Record<string, object>} path in the package → content */
export function buildLanguages(deployment, baseScopes) {
  const manifest = buildUnified(deployment, baseScopes);
  const schema = manifest.$schema.replace('.schema.', '.Localization.schema.');
  return Object.fromEntries(
    Object.entries(words).map(([tag, text]) => {
      const translated = {
        ...manifest,
        name: { short: text.name, full: text.fullName },
        description: { short: text.short, full: text.full },
        staticTabs: [{ name: text.tab }],
        extensions: [toExtension(text, deployment)],
      };
      return [`languages/${tag}.json`, { $schema: schema, ...listTexts(translated) }];
    }),
  );
}
