/** Unified manifests, each broken in its own way. */
import { product } from '../../scripts/manifest/product.mjs';
import type { Broken } from './package-folder.ts';

export const BROKEN_MANIFESTS: readonly Broken[] = [
  ['no JSON', ({ write }) => write('appPackage/manifest.json', '{'), /^manifest\.json: is no JSON/],
  ['no object', ({ write }) => write('appPackage/manifest.json', '[]'), /manifest\.json: must hold one JSON object/],
  [
    'a property the schema does not know',
    ({ changeManifest }) => changeManifest((it) => (it.colour = 'red')),
    /the top level must NOT have additional properties \(colour\)/,
  ],
  [
    'no required property',
    ({ changeManifest }) => changeManifest((it) => delete it.developer),
    /required property 'developer'/,
  ],
  [
    'a name that is too long',
    ({ changeManifest }) => changeManifest((it) => (it.name.short = 'x'.repeat(31))),
    /\/name\/short must NOT have more than 30 characters/,
  ],
  [
    'a colour that is none',
    ({ changeManifest }) => changeManifest((it) => (it.accentColor = 'blue')),
    /\/accentColor must match/,
  ],
  [
    'an older schema',
    ({ changeManifest }) => changeManifest((it) => (it.manifestVersion = '1.17')),
    /\/manifestVersion must be .*1\.30/,
  ],
  [
    'another version',
    ({ changeManifest }) => changeManifest((it) => (it.version = '9.9.9')),
    /^manifest\.json: version is 9\.9\.9, must be /,
  ],
  [
    'an address that is not https',
    ({ changeManifest }) =>
      changeManifest((it) => (it.staticTabs[0].websiteUrl = 'http://office-shifts.example.com/tab')),
    /manifest\.json: \/staticTabs\/0\/websiteUrl: http:.* must be https/,
  ],
  [
    'an address elsewhere',
    ({ changeManifest }) => changeManifest((it) => (it.developer.privacyUrl = 'https://elsewhere.example/privacy')),
    /elsewhere\.example\/privacy is not under validDomains/,
  ],
  [
    'an address that only begins like ours',
    ({ changeManifest }) =>
      changeManifest((it) => (it.developer.privacyUrl = 'https://office-shifts.example.com.evil.example/')),
    /evil\.example\/ is not under validDomains/,
  ],
  [
    'a domain with a path',
    ({ changeManifest }) => changeManifest((it) => it.validDomains.push('x.example/a')),
    /x\.example\/a must be a host/,
  ],
  [
    'a whole top-level domain',
    ({ changeManifest }) => changeManifest((it) => it.validDomains.push('*.com')),
    /\*\.com would let in a whole/,
  ],
  [
    'the sign-in page as a domain',
    ({ changeManifest }) => changeManifest((it) => it.validDomains.push('login.microsoftonline.com')),
    /login\.microsoftonline\.com is not yours alone/,
  ],
  [
    'a tab at another place',
    ({ changeManifest }) =>
      changeManifest((it) => (it.staticTabs[0].contentUrl = 'https://office-shifts.example.com/other')),
    /the tab opens .*\/other, must be .*\/tab/,
  ],
  [
    'a broker address with a path',
    ({ changeManifest }) =>
      changeManifest((it) => (it.webApplicationInfo.nestedAppAuthInfo[0].redirectUri += '/redirect.html')),
    /must be the origin alone, without a path/,
  ],
  [
    'other permissions than the code',
    ({ changeManifest }) => changeManifest((it) => it.webApplicationInfo.nestedAppAuthInfo[0].scopes.push('Mail.Read')),
    /nestedAppAuthInfo scopes is .*Mail\.Read, must be User\.Read/,
  ],
  [
    'the permissions in another order',
    ({ changeManifest }) => changeManifest((it) => it.webApplicationInfo.nestedAppAuthInfo[0].scopes.reverse()),
    /nestedAppAuthInfo scopes is MailboxSettings\.Read/,
  ],
  [
    'more rights to the open item',
    ({ changeManifest }) =>
      changeManifest((it) => (it.authorization.permissions.resourceSpecific[0].name = 'Mailbox.ReadWrite.User')),
    /the right to the open item is Mailbox\.ReadWrite\.User/,
  ],
  [
    'an add-in hidden that is not the twin',
    ({ changeManifest }) =>
      changeManifest((it) => (it.extensions[0].alternates[0].hide.customOfficeAddin.officeAddinId = product.appId)),
    /the hidden add-in is .*, must be /,
  ],
  [
    'a resource of another registration',
    ({ changeManifest }) =>
      changeManifest((it) => (it.webApplicationInfo.resource = `api://office-shifts.example.com/${product.appId}`)),
    /webApplicationInfo\.resource .* must end with the client id/,
  ],
  [
    'no loading indicator',
    ({ changeManifest }) => changeManifest((it) => (it.showLoadingIndicator = false)),
    /showLoadingIndicator is false, must be true/,
  ],
  [
    'one context fewer',
    ({ changeManifest }) => changeManifest((it) => it.extensions[0].ribbons[1].contexts.pop()),
    /the contexts of the Outlook extension is .*, must be /,
  ],
  [
    'a button without its action',
    ({ changeManifest }) => changeManifest((it) => it.extensions[0].runtimes[0].actions.pop()),
    /a button starts openPlaces, which is no action/,
  ],
  [
    'an icon in the wrong size',
    ({ changeManifest }) =>
      changeManifest(
        (it) =>
          (it.extensions[0].ribbons[0].tabs[0].groups[0].icons[0].url =
            'https://office-shifts.example.com/assets/icons/1/icon-80.png'),
      ),
    /icon-80\.png is not of size 16/,
  ],
  [
    'an icon that the server does not have',
    ({ changeManifest }) =>
      changeManifest(
        (it) =>
          (it.extensions[0].ribbons[0].tabs[0].groups[0].icons[0].url =
            'https://office-shifts.example.com/icon-16.png'),
      ),
    /\/icon-16\.png: is no icon that our server has/,
  ],
  [
    'a page that the server does not have',
    ({ changeManifest }) => changeManifest((it) => (it.developer.privacyUrl += '-policy')),
    /developer\.privacyUrl is "[^"]*\/privacy-policy", the source says "[^"]*\/privacy"/,
  ],
  [
    'a tab that no link of ours leads to',
    ({ changeManifest }) => changeManifest((it) => (it.staticTabs[0].entityId = 'home')),
    /staticTabs\[0\]\.entityId is "home", the source says "agenda"/,
  ],
  [
    'an empty name',
    ({ changeManifest }) => changeManifest((it) => (it.developer.name = '')),
    /developer\.name is "", the source says/,
  ],
  [
    'a button without one size of its icon',
    ({ changeManifest }) =>
      changeManifest((it) => it.extensions[0].ribbons[0].tabs[0].groups[0].controls[0].icons.pop()),
    /icons\[\d\] is missing, the source says there/,
  ],
  [
    'another requirement of one button',
    ({ changeManifest }) =>
      changeManifest((it) => (it.extensions[0].ribbons[1].requirements.capabilities[0].minVersion = '1.3')),
    /ribbons\[1\]\.requirements\.capabilities\[0\]\.minVersion is "1\.3"/,
  ],
];
