/** Packages whose icons or languages are broken, each in its own way. */
import { deflateSync } from 'node:zlib';
import type { Broken } from './package-folder.ts';

/** A square of one colour, as plain as PNG allows; checksums are not looked at. */
function paint(size: number, [red, green, blue, alpha]: readonly [number, number, number, number]): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Uint8Array => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, size, 0, 0, 0, size, 8, 6, 0, 0, 0]);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(size * 4, Buffer.from([red, green, blue, alpha]))]);
  const rows = deflateSync(Buffer.concat(Array.from({ length: size }, () => row)));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

const button = 'extensions[0].ribbons[1].tabs[0].groups[0].controls[0].label';

export const BROKEN_FILES: readonly Broken[] = [
  [
    'no file for the default language',
    ({ changeManifest }) => changeManifest((it) => delete it.localizationInfo.defaultLanguageFile),
    /names no file for its default language/,
  ],
  ['no colour icon', ({ remove }) => remove('appPackage/color.png'), /^color\.png: the icon is missing/],
  [
    'a colour icon of another size',
    ({ copy }) => copy('appPackage/outline.png', 'appPackage/color.png'),
    /color\.png: is 32 × 32 pixels, must be 192 × 192/,
  ],
  [
    'a JPEG by the name of a PNG',
    ({ write }) => write('appPackage/color.png', Buffer.from('ffd8ffe000104a464946', 'hex')),
    /color\.png: is no PNG/,
  ],
  [
    'a PNG cut off',
    ({ write }) => write('appPackage/outline.png', paint(32, [255, 255, 255, 0]).subarray(0, 50)),
    /outline\.png: is no PNG/,
  ],
  [
    'an outline in colour',
    ({ copy }) => copy('appPackage/color32x32.png', 'appPackage/outline.png'),
    /outline\.png: must be white on transparent/,
  ],
  [
    'an outline without a drawing',
    ({ write }) => write('appPackage/outline.png', paint(32, [255, 255, 255, 0])),
    /outline\.png: must be white on transparent/,
  ],
  [
    'a colour icon that can be seen through',
    ({ write }) => write('appPackage/color.png', paint(192, [0, 0, 0, 128])),
    /color\.png: has transparent pixels/,
  ],
  [
    'a ribbon icon on a painted ground',
    ({ write }) => write('appPackage/icons/icon-16.png', paint(16, [9, 9, 9, 255])),
    /icons\/icon-16\.png: must be a drawing on a transparent ground/,
  ],
  [
    'a ribbon icon that is missing',
    ({ remove }) => remove('appPackage/icons/icon-80.png'),
    /icons\/icon-80\.png: the icon is missing/,
  ],
  [
    'a language without its file',
    ({ remove }) => remove('appPackage/languages/ar.json'),
    /languages\/ar\.json: the language file is missing/,
  ],
  [
    'a language left out',
    ({ changeManifest }) => changeManifest((it) => it.localizationInfo.additionalLanguages.pop()),
    /names no language file for ar/,
  ],
  [
    'a text not translated',
    ({ removeText }) => removeText('nl', button),
    /languages\/nl\.json: lacks extensions\[0\]\.ribbons\[1\]/,
  ],
  [
    'a text of nothing',
    ({ changeLanguage }) => changeLanguage('nl', (it) => (it['staticTabs[3].name'] = 'x')),
    /has staticTabs\[3\]\.name, which the manifest does not/,
  ],
  [
    'an empty text',
    ({ changeLanguage }) => changeLanguage('de', (it) => (it[button] = ' ')),
    /languages\/de\.json: .*label is empty/,
  ],
  [
    'a translation that is too long',
    ({ changeLanguage }) => changeLanguage('de', (it) => (it['name.short'] = 'x'.repeat(31))),
    /languages\/de\.json: \/name\.short must NOT have more than 30/,
  ],
  [
    'a language file outside of the package',
    ({ changeManifest }) =>
      changeManifest((it) => (it.localizationInfo.additionalLanguages[0].file = '../../secret.json')),
    /\.\.\/\.\.\/secret\.json: must be a path inside of the package/,
  ],
  [
    'a text of one language changed',
    ({ changeLanguage }) => changeLanguage('nl', (texts) => (texts['name.short'] = 'Iets anders')),
    /^languages\/nl\.json: name\.short is "Iets anders", the source says/,
  ],
];
