/** Add-in-only manifests, each broken in its own way. */
import { product } from '../../scripts/manifest/product.mjs';
import type { Broken } from './package-folder.ts';

export const BROKEN_XML: readonly Broken[] = [
  [
    'an entity of HTML',
    ({ changeXml }) => changeXml('<ProviderName>', '<ProviderName>&nbsp;'),
    /manifest\.xml: is not well formed: &nbsp;/,
  ],
  [
    'no namespace for its types',
    ({ changeXml }) => changeXml(/ xmlns:xsi="[^"]*"/, ''),
    /<OfficeApp> must have the xmlns:xsi/,
  ],
  [
    'no height for the pane below a message',
    ({ changeXml }) => changeXml(/<RequestedHeight>.*<\/RequestedHeight>/, ''),
    /<Form ItemRead> lacks its <RequestedHeight>/,
  ],
  [
    'two buttons of one id',
    ({ changeXml }) => changeXml('"MessageComposeCommandSurface.button"', '"MessageReadCommandSurface.button"'),
    /has the id MessageReadCommandSurface\.button more than once/,
  ],
  [
    'the name of the unified manifest',
    ({ changeXml }) => changeXml(/DisplayName DefaultValue="[^"]*"/, 'DisplayName DefaultValue="Office Shifts"'),
    /DisplayName Office Shifts must not be the name of the unified manifest/,
  ],
  ['no XML twin', ({ remove }) => remove('manifest/manifest.xml'), /^manifest\.xml: is missing/],
  ['a tag left open', ({ changeXml }) => changeXml('</AppDomains>', ''), /manifest\.xml: is not well formed/],
  [
    'entities of its own',
    ({ changeXml }) => changeXml('<OfficeApp', '<!DOCTYPE x [<!ENTITY a "b">]><OfficeApp'),
    /has a DOCTYPE/,
  ],
  [
    'elements out of order',
    ({ changeXml }) => changeXml(/(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, '$2$1'),
    /<Version> is out of order in <OfficeApp MailApp>: it stands before <ProviderName>|<Version> is out of order/,
  ],
  [
    'an element that is missing',
    ({ changeXml }) => changeXml(/<SupportUrl.*\/>/, ''),
    /<OfficeApp MailApp> lacks <SupportUrl>/,
  ],
  [
    'an element twice',
    ({ changeXml }) => changeXml(/(<Permissions>.*<\/Permissions>)/, '$1$1'),
    /has <Permissions> 2 times/,
  ],
  [
    'an element that does not exist',
    ({ changeXml }) => changeXml('<Hosts>', '<Colour>red</Colour><Hosts>'),
    /<Colour> does not belong in/,
  ],
  [
    'a name that is too long',
    ({ changeXml }) => changeXml(/DisplayName DefaultValue="[^"]*"/, `DisplayName DefaultValue="${'x'.repeat(126)}"`),
    /<DisplayName> DefaultValue is 126 characters long, must be 1 to 125/,
  ],
  [
    'a tip that is too long',
    ({ changeXml }) => changeXml(/id="planTip" DefaultValue="[^"]*"/, `id="planTip" DefaultValue="${'x'.repeat(251)}"`),
    /<bt:String planTip> DefaultValue is 251 characters long, must be 1 to 250/,
  ],
  [
    'a resource that does not exist',
    ({ changeXml }) => changeXml('<SourceLocation resid="pane" />', '<SourceLocation resid="panel" />'),
    /<SourceLocation> refers to panel, which its Resources do not have/,
  ],
  [
    'a resource id that is too long',
    ({ changeXml }) => changeXml('<bt:Url id="pane"', `<bt:Url id="${'p'.repeat(33)}"`),
    /id is 33 characters long, must be 1 to 32/,
  ],
  [
    'no schema 1.1',
    ({ changeXml }) => changeXml(/<VersionOverrides xmlns="[^"]*1\.1"[\s\S]*?<\/VersionOverrides>/, ''),
    /lacks <VersionOverrides>/,
  ],
  [
    'schema 1.1 under the name of 1.0',
    ({ changeXml }) => changeXml('VersionOverridesV1_1">', 'VersionOverridesV1_0">'),
    /<VersionOverrides> must have the xsi:type VersionOverridesV1_1/,
  ],
  [
    'pinning in schema 1.0',
    ({ changeXml }) =>
      changeXml(
        '<SourceLocation resid="pane" />',
        '<SourceLocation resid="pane" /><SupportsPinning>true</SupportsPinning>',
      ),
    /<SupportsPinning> may stand in VersionOverridesV1_1 only/,
  ],
  [
    'no icon of a needed size',
    ({ changeXml }) => changeXml('<bt:Image size="80" resid="icon80" />', ''),
    /<Icon> lacks the size 80/,
  ],
  [
    'a place in Outlook left out',
    ({ changeXml }) => changeXml('"AppointmentAttendeeCommandSurface"', '"MessageReadCommandSurface"'),
    /lacks the ExtensionPoint AppointmentAttendeeCommandSurface/,
  ],
  [
    'three numbers as a version',
    ({ changeXml }) => changeXml(/<Version>.*<\/Version>/, '<Version>1.2.3</Version>'),
    /<Version> must be four numbers/,
  ],
  [
    'another version',
    ({ changeXml }) => changeXml(/<Version>.*<\/Version>/, '<Version>9.9.9.0</Version>'),
    /manifest\.xml: Version is 9\.9\.9\.0/,
  ],
  ['a bad GUID', ({ changeXml }) => changeXml(/<Id>.*<\/Id>/, '<Id>1234</Id>'), /manifest\.xml: <Id> must be a GUID/],
  [
    'the id of the unified manifest',
    ({ changeXml }) => changeXml(/<Id>.*<\/Id>/, `<Id>${product.appId}</Id>`),
    /must not be the id of the unified manifest/,
  ],
  [
    'another registration',
    ({ changeXml }) => changeXml(/(<WebApplicationInfo>\s*)<Id>.*<\/Id>/, `$1<Id>${product.appId}</Id>`),
    /WebApplicationInfo Id is/,
  ],
  [
    'another permission',
    ({ changeXml }) => changeXml('<Scope>User.Read</Scope>', '<Scope>Mail.Read</Scope>'),
    /manifest\.xml: Scopes is openid, profile, Mail\.Read/,
  ],
  [
    'more rights',
    ({ changeXml }) => changeXml('ReadWriteItem', 'ReadWriteMailbox'),
    /manifest\.xml: Permissions is ReadWriteMailbox/,
  ],
  [
    'a page over http',
    ({ changeXml }) => changeXml('<bt:Url id="pane" DefaultValue="https:', '<bt:Url id="pane" DefaultValue="http:'),
    /manifest\.xml: <bt:Url>: http:.* must be https/,
  ],
  [
    'a page elsewhere',
    ({ changeXml }) =>
      changeXml('<bt:Url id="pane" DefaultValue="https://office-shifts', '<bt:Url id="pane" DefaultValue="https://x'),
    /x\.example\.com\/pane is not under validDomains/,
  ],
  [
    'another requirement',
    ({ changeXml }) => changeXml('MinVersion="1.8"', 'MinVersion="1.3"'),
    /the Mailbox version is 1\.3, must be 1\.8/,
  ],
  [
    'one language less',
    ({ changeXml }) => changeXml(/ *<Override Locale="nl-NL".*\n/, ''),
    /line \d+ is <Override Locale="de-DE".*, the source says <Override Locale="nl-NL"/,
  ],
  [
    'a rule that shows it nowhere',
    ({ changeXml }) => changeXml(/ItemType="Appointment" FormType="Edit"/, 'ItemType="Appointment" FormType="Read"'),
    /FormType="Read".*, the source says .*FormType="Edit"/,
  ],
];
