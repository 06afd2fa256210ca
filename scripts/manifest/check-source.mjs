/** Holds a package against what its one source makes for the same place: what differs was changed by hand, in one file of several. */
import { buildFiles } from './build-files.mjs';
import { toDeployment } from './product.mjs';

const isObject = (value) => typeof value === 'object' && value !== null;
const say = (value) => (value === undefined ? 'missing' : isObject(value) ? 'there' : JSON.stringify(value));

/** One line for each place where two values of JSON differ. */
function listDifferences(found, wanted, path = '') {
  if (!isObject(found) || !isObject(wanted))
    return found === wanted ? [] : [`${path} is ${say(found)}, the source says ${say(wanted)}`];
  const keys = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  return [...keys].flatMap((key) => {
    const inner = Array.isArray(wanted) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    return listDifferences(found[key], wanted[key], inner);
  });
}

const toLines = (text) => text.replaceAll('\r\n', '\n').split('\n');

/** Of the twin the first difference alone: a line more or less moves all that follow. */
function compareXml(found, wanted) {
  const [mine, made] = [toLines(found), toLines(wanted)];
  const at = Array.from({ length: Math.max(mine.length, made.length) }).findIndex(
    (_, line) => mine[line] !== made[line],
  );
  if (at < 0) return [];
  const show = (line) => line?.trim() || 'empty';
  return [`manifest.xml: line ${at + 1} is ${show(mine[at])}, the source says ${show(made[at])}`];
}

/** Only for a package with which nothing else is wrong: its ids and addresses are believed. */
export function checkSource({ manifest, xml }, read) {
  const { id, validDomains, webApplicationInfo: web } = manifest;
  const place = { url: `https://${validDomains[0]}`, clientId: web.id, appId: id };
  const made = buildFiles(toDeployment(place));
  const decode = (bytes) => new TextDecoder().decode(bytes);
  const differences = Object.entries(made.unified).flatMap(([path, text]) => {
    const bytes = read(path);
    if (bytes === undefined) return [`${path}: is missing`];
    return listDifferences(JSON.parse(decode(bytes)), JSON.parse(text)).map((line) => `${path}: ${line}`);
  });
  return [...differences, ...compareXml(decode(xml), made.xml)];
}
