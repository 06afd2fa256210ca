/** Both manifests and the language files as texts, for one deployment. */
import { buildLanguages, buildUnified } from './build-unified.mjs';
import { buildXml } from './build-xml.mjs';
import { readCodeScopes } from './read-code-scopes.mjs';

const toText = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** @returns {{ unified: Record<string, string>, xml: string }} path in the package → text; the XML twin */
export function buildFiles(deployment) {
  const { base } = readCodeScopes();
  const files = { 'manifest.json': buildUnified(deployment, base), ...buildLanguages(deployment, base) };
  return {
    unified: Object.fromEntries(Object.entries(files).map(([path, value]) => [path, toText(value)])),
    xml: buildXml(deployment, base),
  };
}
