/** Writes the add-in-only manifest: for Outlook on Mac and perpetual licences, which do not load the unified one. */
import { product, toIconUrl, version, words } from './product.mjs';

const escape = (text) =>
  text.replace(/[<>&"']/g, (char) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' })[char]);
const indent = (text, by) => text.replace(/^(?=.)/gm, ' '.repeat(by));

/** A setting with the words of every language. `kind` is the element's name with its further attributes. */
function toSetting(kind, key, prefix = '') {
  const [, name] = /^(\S+)/.exec(kind);
  const overrides = Object.values(words)
    .slice(1)
    .map((text) => `  <${prefix}Override Locale="${text.locale}" Value="${escape(text[key])}" />\n`);
  return `<${kind} DefaultValue="${escape(words.en[key])}">\n${overrides.join('')}</${name}>`;
}

const SURFACES = [
  ['MessageReadCommandSurface', 'plan', true],
  ['MessageComposeCommandSurface', 'plan', true],
  ['AppointmentOrganizerCommandSurface', 'places', false],
  ['AppointmentAttendeeCommandSurface', 'places', false],
];
/** Outlook needs 16, 32 and 80; the others spare it scaling. */
const SIZES = product.ribbonIcons;

/** Schema 1.0 knows no pinning. */
const toSurface = ([surface, button, pinnable], schema) => `<ExtensionPoint xsi:type="${surface}">
  <OfficeTab id="TabDefault">
    <Group id="${surface}.group">
      <Label resid="group" />
      <Control xsi:type="Button" id="${surface}.button">
        <Label resid="${button}Label" />
        <Supertip>
          <Title resid="${button}Label" />
          <Description resid="${button}Tip" />
        </Supertip>
        <Icon>
${SIZES.map((size) => `          <bt:Image size="${size}" resid="icon${size}" />`).join('\n')}
        </Icon>
        <Action xsi:type="ShowTaskpane">
          <SourceLocation resid="pane" />${pinnable && schema === '1.1' ? '\n          <SupportsPinning>true</SupportsPinning>' : ''}
        </Action>
      </Control>
    </Group>
  </OfficeTab>
</ExtensionPoint>`;

const toResources = (deployment) => `<Resources>
  <bt:Images>
${SIZES.map((size) => `    <bt:Image id="icon${size}" DefaultValue="${toIconUrl(deployment, size)}" />`).join('\n')}
  </bt:Images>
  <bt:Urls>
    <bt:Url id="pane" DefaultValue="${deployment.origin}${product.pages.pane}" />
  </bt:Urls>
  <bt:ShortStrings>
${['group', 'planLabel', 'placesLabel'].map((id) => indent(toSetting(`bt:String id="${id}"`, id, 'bt:'), 4)).join('\n')}
  </bt:ShortStrings>
  <bt:LongStrings>
${[
  ['about', 'addInDescription'],
  ['planTip', 'planTip'],
  ['placesTip', 'placesTip'],
]
  .map(([id, key]) => indent(toSetting(`bt:String id="${id}"`, key, 'bt:'), 4))
  .join('\n')}
  </bt:LongStrings>
</Resources>`;

const toWebApplication = ({ clientId, appIdUri }, scopes) => `<WebApplicationInfo>
  <Id>${clientId}</Id>
  <Resource>${appIdUri}</Resource>
  <Scopes>
${['openid', 'profile', ...scopes].map((scope) => `    <Scope>${scope}</Scope>`).join('\n')}
  </Scopes>
</WebApplicationInfo>`;

/** 1.1 stands inside 1.0 and inherits nothing from it. */
function toOverrides(schema, deployment, scopes) {
  const inner = schema === '1.0' ? toOverrides('1.1', deployment, scopes) : toWebApplication(deployment, scopes);
  const namespace = `http://schemas.microsoft.com/office/mailappversionoverrides${schema === '1.0' ? '' : '/1.1'}`;
  return `<VersionOverrides xmlns="${namespace}" xsi:type="VersionOverridesV${schema.replace('.', '_')}">
  <Description resid="about" />
  <Requirements>
    <bt:Sets DefaultMinVersion="${product.mailbox}">
      <bt:Set Name="Mailbox" />
    </bt:Sets>
  </Requirements>
  <Hosts>
    <Host xsi:type="MailHost">
      <DesktopFormFactor>
${SURFACES.map((surface) => indent(toSurface(surface, schema), 8)).join('\n')}
      </DesktopFormFactor>
    </Host>
  </Hosts>
${indent(toResources(deployment), 2)}
${indent(inner, 2)}
</VersionOverrides>`;
}

const toForm = (form, pane) => `<Form xsi:type="${form}">
  <DesktopSettings>
    <SourceLocation DefaultValue="${pane}" />${form === 'ItemRead' ? '\n    <RequestedHeight>450</RequestedHeight>' : ''}
  </DesktopSettings>
</Form>`;

const RULES = ['Message', 'Appointment'].flatMap((item) => [`${item}" FormType="Read`, `${item}" FormType="Edit`]);

/** @param {readonly string[]} baseScopes the Graph permissions asked for at the first sign-in */
export function buildXml(deployment, baseScopes) {
  const { origin, addInId } = deployment;
  const pane = origin + product.pages.pane;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="MailApp">
  <Id>${addInId}</Id>
  <Version>${version}.0</Version>
  <ProviderName>${escape(product.publisher)}</ProviderName>
  <DefaultLocale>${words.en.locale}</DefaultLocale>
${indent(toSetting('DisplayName', 'addInName'), 2)}
${indent(toSetting('Description', 'addInDescription'), 2)}
  <IconUrl DefaultValue="${toIconUrl(deployment, 64, true)}" />
  <HighResolutionIconUrl DefaultValue="${toIconUrl(deployment, 128, true)}" />
  <SupportUrl DefaultValue="${origin}${product.pages.support}" />
  <AppDomains>
    <AppDomain>${origin}</AppDomain>
  </AppDomains>
  <Hosts>
    <Host Name="Mailbox" />
  </Hosts>
  <Requirements>
    <Sets>
      <Set Name="Mailbox" MinVersion="${product.mailbox}" />
    </Sets>
  </Requirements>
  <FormSettings>
${['ItemRead', 'ItemEdit'].map((form) => indent(toForm(form, pane), 4)).join('\n')}
  </FormSettings>
  <Permissions>ReadWriteItem</Permissions>
  <Rule xsi:type="RuleCollection" Mode="Or">
${RULES.map((rule) => `    <Rule xsi:type="ItemIs" ItemType="${rule}" />`).join('\n')}
  </Rule>
  <DisableEntityHighlighting>true</DisableEntityHighlighting>
${indent(toOverrides('1.0', deployment, baseScopes), 2)}
</OfficeApp>
`;
}
