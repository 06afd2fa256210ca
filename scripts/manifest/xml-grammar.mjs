/**
 * What may stand where, and how long it may be, in the add-in-only manifest of a mail add-in
 * (Microsoft: [MS-OWEMXML] and the XSD files of Office add-ins; only what this product may need of them).
 */
import { isGuid } from './product.mjs';

const length = (min, max) => (text) =>
  text.length >= min && text.length <= max ? undefined : `is ${text.length} characters long, must be ${min} to ${max}`;
const pattern = (regex, problem) => (text) => (regex.test(text) ? undefined : problem);
const oneOf =
  (...values) =>
  (text) =>
    values.includes(text) ? undefined : `must be one of ${values.join(', ')}`;

/** Kind of text → what is wrong with it, or nothing. */
export const TEXTS = {
  guid: (text) => (isGuid(text) ? undefined : 'must be a GUID'),
  version: pattern(/^\d{1,5}(\.\d{1,5}){3}$/, 'must be four numbers of at most five digits with points between'),
  shortVersion: pattern(/^\d{1,5}\.\d{1,5}$/, 'must be two numbers with a point between'),
  short: length(1, 125),
  long: length(1, 250),
  url: length(1, 2048),
  id: length(1, 32),
  culture: pattern(/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/i, 'must be a language and region such as nl-NL'),
  permission: oneOf('Restricted', 'ReadItem', 'ReadWriteItem', 'ReadWriteMailbox'),
  boolean: oneOf('true', 'false'),
  height: (text) => (/^\d+$/.test(text) && text >= 32 && text <= 450 ? undefined : 'must be 32 to 450 pixels'),
  size: oneOf('16', '20', '24', '32', '40', '48', '64', '80'),
  mailbox: oneOf('Mailbox'),
  tab: oneOf('TabDefault'),
  mode: oneOf('And', 'Or'),
  item: oneOf('Message', 'Appointment'),
  form: oneOf('Read', 'Edit', 'ReadOrEdit'),
};

const text = (kind) => ({ text: kind });
const setting = (kind, prefix = '') => ({
  attributes: { DefaultValue: kind },
  children: [`${prefix}Override* ${kind}Override`],
});
const resource = (kind) => ({
  attributes: { id: 'id', DefaultValue: kind },
  children: [`bt:Override* ${kind}Override`],
});
const override = (kind) => ({ attributes: { Locale: 'culture', Value: kind } });
const reference = (kind) => ({ attributes: { resid: 'id' }, refersTo: kind });
const typed = (...types) => ({ types });

const overridesBody = [
  'Description? longReference',
  'Requirements? overrideRequirements',
  'Hosts overrideHosts',
  'Resources resources',
];

/** Kind of element → its attributes (`?`: may be absent), its xsi:type, its text, and its children in their order. */
export const ELEMENTS = {
  OfficeApp: {
    ...typed('MailApp'),
    namespace: 'http://schemas.microsoft.com/office/appforoffice/1.1',
    children: [
      'Id guid',
      'AlternateId? short',
      'Version version',
      'ProviderName short',
      'DefaultLocale culture',
      'DisplayName shortSetting',
      'Description longSetting',
      'IconUrl urlSetting',
      'HighResolutionIconUrl urlSetting',
      'SupportUrl urlSetting',
      'AppDomains? appDomains',
      'Hosts hosts',
      'Requirements requirements',
      'FormSettings formSettings',
      'Permissions permission',
      'Rule rule',
      'DisableEntityHighlighting? boolean',
      'VersionOverrides overrides10',
    ],
  },
  ...Object.fromEntries(
    ['guid', 'version', 'short', 'long', 'culture', 'permission', 'boolean', 'height', 'url'].map((kind) => [
      kind,
      text(kind),
    ]),
  ),
  shortSetting: setting('short'),
  longSetting: setting('long'),
  urlSetting: setting('url'),
  shortOverride: override('short'),
  longOverride: override('long'),
  urlOverride: override('url'),
  appDomains: { children: ['AppDomain+ url'] },
  hosts: { children: ['Host mailHostName'] },
  mailHostName: { attributes: { Name: 'mailbox' } },
  requirements: { children: ['Sets sets'] },
  sets: { attributes: { 'DefaultMinVersion?': 'shortVersion' }, children: ['Set set'] },
  set: { attributes: { Name: 'mailbox', 'MinVersion?': 'shortVersion' } },
  formSettings: { children: ['Form+ form'] },
  form: { ...typed('ItemRead', 'ItemEdit'), children: ['DesktopSettings desktopSettings'] },
  desktopSettings: { children: ['SourceLocation urlSetting', 'RequestedHeight? height'] },
  rule: {
    ...typed('RuleCollection', 'ItemIs'),
    attributes: { 'Mode?': 'mode', 'ItemType?': 'item', 'FormType?': 'form' },
    children: ['Rule* rule'],
  },
  overrides10: {
    ...typed('VersionOverridesV1_0'),
    namespace: 'http://schemas.microsoft.com/office/mailappversionoverrides',
    children: [...overridesBody, 'VersionOverrides overrides11'],
  },
  overrides11: {
    ...typed('VersionOverridesV1_1'),
    namespace: 'http://schemas.microsoft.com/office/mailappversionoverrides/1.1',
    children: [...overridesBody, 'WebApplicationInfo webApplication'],
  },
  overrideRequirements: { children: ['bt:Sets overrideSets'] },
  overrideSets: { attributes: { 'DefaultMinVersion?': 'shortVersion' }, children: ['bt:Set set'] },
  overrideHosts: { children: ['Host mailHost'] },
  mailHost: { ...typed('MailHost'), children: ['DesktopFormFactor formFactor'] },
  formFactor: { children: ['SupportsSharedFolders? boolean', 'FunctionFile? urlReference', 'ExtensionPoint+ surface'] },
  surface: {
    ...typed(
      'MessageReadCommandSurface',
      'MessageComposeCommandSurface',
      'AppointmentOrganizerCommandSurface',
      'AppointmentAttendeeCommandSurface',
    ),
    children: ['OfficeTab officeTab'],
  },
  officeTab: { attributes: { id: 'tab' }, children: ['Group+ group'] },
  group: { attributes: { id: 'short' }, children: ['Label shortReference', 'Control+ button'] },
  button: {
    ...typed('Button'),
    attributes: { id: 'short' },
    children: ['Label shortReference', 'Supertip supertip', 'Icon icon', 'Action action'],
  },
  supertip: { children: ['Title shortReference', 'Description longReference'] },
  icon: { children: ['bt:Image+ iconImage'], sizes: ['16', '32', '80'] },
  iconImage: { attributes: { size: 'size', resid: 'id' }, refersTo: 'bt:Image' },
  action: { ...typed('ShowTaskpane'), children: ['SourceLocation urlReference', 'SupportsPinning? pinning'] },
  pinning: { text: 'boolean', onlyIn: 'VersionOverridesV1_1' },
  shortReference: reference('bt:ShortStrings'),
  longReference: reference('bt:LongStrings'),
  urlReference: reference('bt:Url'),
  resources: {
    children: ['bt:Images images', 'bt:Urls urls', 'bt:ShortStrings shortStrings', 'bt:LongStrings longStrings'],
  },
  images: { children: ['bt:Image+ imageResource'] },
  urls: { children: ['bt:Url+ urlResource'] },
  shortStrings: { children: ['bt:String+ shortResource'] },
  longStrings: { children: ['bt:String+ longResource'] },
  imageResource: resource('url'),
  urlResource: resource('url'),
  shortResource: resource('short'),
  longResource: resource('long'),
  webApplication: { children: ['Id guid', 'Resource long', 'Scopes scopes'] },
  scopes: { children: ['Scope+ long'] },
};
