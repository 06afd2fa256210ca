/** Checks a whole package and lists everything that is wrong with it; without a network. */
import { join } from 'node:path';
import { checkAddresses, checkPages, listManifestAddresses, listXmlAddresses } from './check-addresses.mjs';
import { checkAgreement } from './check-agreement.mjs';
import { checkIcon, listPackageIcons } from './check-icons.mjs';
import { checkLanguages, isInside, readJson } from './check-languages.mjs';
import { listManifestErrors } from './check-schema.mjs';
import { checkSource } from './check-source.mjs';
import { checkXml } from './check-xml.mjs';
import { openPackage } from './open-package.mjs';
import { parseXml } from './parse-xml.mjs';
import { product, root } from './product.mjs';
import { readCodeScopes } from './read-code-scopes.mjs';

function checkPackageIcons(manifest, read) {
  return listPackageIcons(manifest).flatMap((icon) =>
    isInside(icon.path)
      ? checkIcon({ ...icon, bytes: read(icon.path) })
      : [`${icon.path}: must be a path inside of the package`],
  );
}

/** Those that hosts fetch from our server: each must be drawn, in the size that its name and its place say. */
function checkServedIcons({ manifest, xml }, readIcon) {
  const addresses = [...listManifestAddresses(manifest), ...(xml ? listXmlAddresses(xml) : [])];
  const prefix = `${product.iconPath}/`;
  const names = addresses
    .filter(([, text]) => /^https:/.test(text) && URL.canParse(text))
    .map(([, text]) => new URL(text).pathname)
    .filter((path) => /\.(png|svg|jpe?g|gif)$/i.test(path));
  return [...new Set(names)].flatMap((path) => {
    const size = /^(?:icon|twin)-(\d+)\.png$/.exec(path.replace(prefix, ''))?.[1];
    if (!path.startsWith(prefix) || size === undefined) return [`${path}: is no icon that our server has`];
    const name = path.slice(prefix.length);
    return checkIcon({ path: `icons/${name}`, size: Number(size), look: 'ribbon', bytes: readIcon(name) });
  });
}

/** `size` beside an address must be the size that the address names. */
function checkIconSizes(manifest, xml) {
  const ribbons = manifest.extensions?.[0]?.ribbons ?? [];
  const groups = ribbons.flatMap(({ tabs = [] }) => tabs).flatMap((tab) => tab.groups ?? []);
  const icons = groups.flatMap((group) => [group, ...(group.controls ?? [])]).flatMap((owner) => owner.icons ?? []);
  const wrong = icons.filter(({ size, url }) => !String(url).endsWith(`-${size}.png`));
  const named = xml
    ? [
        ['IconUrl', 64],
        ['HighResolutionIconUrl', 128],
      ]
    : [];
  return [
    ...wrong.map(({ size, url }) => `manifest.json: the icon ${url} is not of size ${size}`),
    ...named.flatMap(([name, size]) => {
      const url = xml.children.find((child) => child.name === name)?.attributes.DefaultValue;
      return url === undefined || url.endsWith(`-${size}.png`)
        ? []
        : [`manifest.xml: ${name} ${url} is not of size ${size}`];
    }),
  ];
}

function readTwin({ xml, xmlName }) {
  if (xml === undefined) return { problems: ['manifest.xml: is missing'] };
  const { root: node, problem } = parseXml(new TextDecoder().decode(xml));
  return problem ? { problems: [`${xmlName}: ${problem}`] } : { node, problems: [] };
}

/** Nothing that the manifest does not name: Teams refuses or ignores the rest. */
function checkContents(manifest, list) {
  if (list === undefined) return [];
  const { icons = {}, localizationInfo: info = {} } = manifest;
  const languages = [info.defaultLanguageFile, ...(info.additionalLanguages ?? []).map(({ file }) => file)];
  const named = ['manifest.json', ...Object.values(icons), ...languages];
  return list
    .filter((path) => !named.includes(path))
    .map((path) => `${path}: is in the zip, and the manifest does not name it`);
}

/** @param {string} dir @returns {string[]} one line for each problem; none: the package is good */
export function checkPackage(dir) {
  const opened = openPackage(dir, join(root, 'appPackage/icons'));
  if (opened.problem) return [opened.problem];
  const bytes = opened.read('manifest.json');
  const { value: manifest, problem } = bytes ? readJson(bytes) : { problem: 'is missing' };
  const { node: xml, problems: twinProblems } = readTwin(opened);
  const xmlProblems = xml ? checkXml(xml).map((line) => `manifest.xml: ${line}`) : twinProblems;
  if (problem) return [`manifest.json: ${problem}`, ...xmlProblems];
  const schemaProblems = listManifestErrors(manifest).map((line) => `manifest.json: ${line}`);
  // what the schema refuses may have any shape: what comes next could not read it
  if (schemaProblems.length > 0) return [...schemaProblems, ...xmlProblems];
  const parts = { manifest, xml };
  const origin = `https://${manifest.validDomains?.[0]}`;
  const problems = [
    ...xmlProblems,
    ...checkAgreement(parts, readCodeScopes()),
    ...checkAddresses(parts),
    ...checkPages(parts, origin),
    ...checkLanguages(manifest, opened.read),
    ...checkPackageIcons(manifest, opened.read),
    ...checkServedIcons(parts, opened.readIcon),
    ...checkIconSizes(manifest, xml),
    ...checkContents(manifest, opened.list),
  ];
  return problems.length > 0 ? problems : checkSource({ manifest, xml: opened.xml }, opened.read);
}
