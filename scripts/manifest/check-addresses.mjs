/** Checks every address in both manifests: https, below the one place the package is for, and among the domains that it declares. */
import { product } from './product.mjs';
import { listNodes } from './parse-xml.mjs';

/** Sign-in pages never belong there, and a whole top-level domain would let in everybody (Microsoft: store validation). */
const FOREIGN = /(^|\.)(login\.microsoftonline\.com|ngrok\.io|ngrok\.app|azurewebsites\.net|onmicrosoft\.com)$/i;

/** Path → text, for every text of the JSON. */
function* listStrings(value, path = '') {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* listStrings(inner, `${path}/${key}`);
}

const isAddress = (text) => /^[a-z][a-z0-9+.-]*:\/\//i.test(text);

export function listManifestAddresses(manifest) {
  return [...listStrings(manifest)].filter(([path, text]) => path !== '/$schema' && isAddress(text));
}

export function listXmlAddresses(root) {
  return [...listNodes(root)].flatMap((node) => {
    const { DefaultValue, Value } = node.attributes;
    const texts = [DefaultValue, Value, node.text].filter((text) => text !== undefined && isAddress(text));
    return texts.map((text) => [`<${node.name}>`, text]);
  });
}

function isCovered(host, domains) {
  return domains.some((domain) => {
    const [first, ...rest] = String(domain).toLowerCase().split('.');
    return first === '*' ? host.endsWith(`.${rest.join('.')}`) : host === String(domain).toLowerCase();
  });
}

function checkAddress(where, text, domains) {
  const [, scheme, host] = /^([^:]+):\/\/([^/?#]*)/.exec(text);
  if (!['https', 'api', 'brk-multihub'].includes(scheme)) return [`${where}: ${text} must be https`];
  if (/[\s"<>\\@{}]|\*/.test(text) || host === '') return [`${where}: ${text} is no address`];
  if (scheme === 'https' && !URL.canParse(text)) return [`${where}: ${text} is no address`];
  if (scheme === 'brk-multihub' && text !== `brk-multihub://${host}`)
    return [`${where}: ${text} must be the origin alone, without a path`];
  return isCovered(host.toLowerCase(), domains) ? [] : [`${where}: ${text} is not under validDomains`];
}

function checkDomain(domain) {
  const text = String(domain);
  if (!/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?$/i.test(text))
    return [`validDomains: ${text} must be a host and nothing else`];
  if (/^\*\.[^.]+$/.test(text)) return [`validDomains: ${text} would let in a whole top-level domain`];
  const isForeign = FOREIGN.test(text.replace(/:\d+$/, '')) && (text.startsWith('*.') || /microsoft/i.test(text));
  return isForeign ? [`validDomains: ${text} is not yours alone`] : [];
}

/** @param {{ manifest: object, xml: object | undefined }} parts */
export function checkAddresses({ manifest, xml }) {
  const domains = manifest.validDomains ?? [];
  const own = listManifestAddresses(manifest).flatMap(([where, text]) => checkAddress(where, text, domains));
  const twin = xml ? listXmlAddresses(xml).flatMap(([where, text]) => checkAddress(where, text, domains)) : [];
  return [
    ...domains.flatMap(checkDomain).map((problem) => `manifest.json: ${problem}`),
    ...own.map((problem) => `manifest.json: ${problem}`),
    ...twin.map((problem) => `manifest.xml: ${problem}`),
  ];
}

/** The pages that the server really serves. */
export function checkPages({ manifest, xml }, origin) {
  const { tab, pane } = product.pages;
  const extension = manifest.extensions?.[0];
  const tabs = (manifest.staticTabs ?? []).map(({ contentUrl }) => ['the tab', contentUrl, tab, 'manifest.json']);
  const panes = (extension?.runtimes ?? []).map(({ code }) => ['the pane', code?.page, pane, 'manifest.json']);
  const sources = xml ? [...listNodes(xml)].filter(({ name }) => name === 'SourceLocation' || name === 'bt:Url') : [];
  const twins = sources
    .filter(({ attributes }) => attributes.DefaultValue !== undefined)
    .map(({ attributes }) => ['the pane', attributes.DefaultValue, pane, 'manifest.xml']);
  return [...tabs, ...panes, ...twins]
    .filter(([, address, path]) => address !== origin + path)
    .map(([what, address, path, file]) => `${file}: ${what} opens ${address}, must be ${origin}${path}`);
}
