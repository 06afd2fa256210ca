/** Finds the parts of a package in a folder: unpacked as in the repository, or as `npm run package` leaves them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';

const readIf = (path) => (existsSync(path) && statSync(path).isFile() ? readFileSync(path) : undefined);

function openZip(path) {
  try {
    return unzipSync(readFileSync(path));
  } catch {
    return undefined;
  }
}

/**
 * `read` gives a file of the unified package by its path in it; names are those that messages show.
 * @returns {{ problem: string } | { read: (path: string) => Uint8Array | undefined, list: string[] | undefined, xml: Uint8Array | undefined, xmlName: string, readIcon: (name: string) => Uint8Array | undefined }}
 */
export function openPackage(dir, ownIcons) {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) return { problem: `${dir}: is no folder` };
  const names = readdirSync(dir);
  const zips = names.filter((name) => name.endsWith('.zip'));
  // a made package beside loose files is what will be uploaded
  const places = zips.length === 1 ? [join(dir, 'appPackage')] : [join(dir, 'appPackage'), dir];
  const folder = places.find((path) => existsSync(join(path, 'manifest.json')));
  if (folder === undefined && zips.length !== 1)
    return { problem: `${dir}: has neither appPackage/manifest.json nor manifest.json nor one .zip` };
  const zip = folder === undefined ? openZip(join(dir, zips[0])) : undefined;
  if (folder === undefined && zip === undefined) return { problem: `${zips[0]}: is no zip archive` };
  const xmlPath = [join(dir, 'manifest/manifest.xml'), join(dir, 'manifest.xml')].find((path) => existsSync(path));
  const icons = [join(dir, 'appPackage/icons'), join(dir, 'icons'), ownIcons].find((path) => existsSync(path));
  return {
    read: (path) => (zip ? (Object.hasOwn(zip, path) ? zip[path] : undefined) : readIf(join(folder, path))),
    list: zip && Object.keys(zip),
    xml: xmlPath && readFileSync(xmlPath),
    xmlName: basename(xmlPath ?? 'manifest.xml'),
    readIcon: (name) => readIf(join(icons, name)),
  };
}
