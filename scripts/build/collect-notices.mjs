/** Writes the licences of the packages whose code an output holds into a file that goes with it, as those licences ask. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listWithNeeds } from './copy-packages.mjs';

const LICENCE_FILE = /^(licen[cs]e|copying|notice|thirdpartynotices?)([.-].*)?$/i;

const PACKAGE = /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/;

/**
 * The folder of the package that a file belongs to; undefined for files of our own. What one package has taken into
 * itself of another, without its manifest, belongs to the one that took it.
 */
export function findPackageFolder(file) {
  const [folder] = PACKAGE.exec(file) ?? [];
  if (folder === undefined || existsSync(join(folder, 'package.json'))) return folder;
  return findPackageFolder(folder.slice(0, folder.lastIndexOf('node_modules')));
}

function readPackage(folder) {
  const {
    name,
    version,
    license,
    licenses = [],
    author,
    repository,
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file) && !/\.(js|ts|json)$/.test(file))
    .sort();
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  const kind = license?.type ?? license ?? licenses.map(({ type }) => type).join(' or ');
  const by = author?.name ?? author ?? repository?.url ?? repository;
  const text =
    texts.join('\n\n') || `Its package holds no licence text; its manifest says ${kind}${by ? `, by ${by}` : ''}.`;
  return { title: `${name} ${version}`, kind: kind || 'no licence named', text };
}

/**
 * One section for each different text, with the packages it is of; the same for the same packages, in whatever order.
 * @param {Iterable<string>} folders of packages
 */
export function toNotices(folders) {
  const sections = new Map();
  for (const folder of [...new Set(folders)].sort()) {
    const { title, kind, text } = readPackage(folder);
    const titles = sections.get(text) ?? new Set();
    sections.set(text, titles.add(`${title} (${kind})`));
  }
  const blocks = [...sections].map(([text, titles]) => `${[...titles].sort().join('\n')}\n\n${text}\n`);
  return `Third-party notices\n\nThis software holds code of the packages below, under the licences below.\n\n${blocks
    .sort()
    .map((block) => `${'-'.repeat(80)}\n${block}`)
    .join('\n')}`;
}

function* listFiles(modules) {
  for (const { resource, modules: inner } of modules) {
    if (resource) yield resource;
    if (inner) yield* listFiles(inner);
  }
}

/**
 * A plugin of webpack.
 * @param {{ file: string, modules: string, copied?: readonly string[] }} options copied: packages that are laid beside the output
 */
export const collectNotices = ({ file, modules, copied = [] }) => ({
  apply: (compiler) =>
    compiler.hooks.thisCompilation.tap('notices', (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'notices', stage }, () => {
        const bundled = [...listFiles(compilation.modules)].flatMap((path) => findPackageFolder(path) ?? []);
        const beside = listWithNeeds(modules, copied).map((name) => join(modules, name));
        compilation.emitAsset(file, new compiler.webpack.sources.RawSource(toNotices([...bundled, ...beside])));
      });
    }),
});
