/** The one source of what both manifests and the registration say: ids, addresses, scopes, words; the version is package.json's. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

export const product = readJson('manifest/product.json');
/** Language tag → the words of that language; English is the default language. */
export const words = readJson('manifest/words.json');
export const { version } = readJson('package.json');

export const isGuid = (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) && !/^[0-]+$/.test(text);

/** A second installation in one tenant needs a second pair of ids; the second id follows from the first (RFC 9562, version 5). */
export function deriveAddInId(appId) {
  const name = Buffer.concat([Buffer.from(product.addInId.replaceAll('-', ''), 'hex'), Buffer.from(appId)]);
  const bytes = createHash('sha1').update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * What a manifest says of the place it points to. The arguments must have been checked.
 * @param {{ url: string, clientId: string, appId?: string }} place
 */
export function toDeployment({ url, clientId, appId }) {
  const { origin, host } = new URL(url);
  const id = clientId.toLowerCase();
  const own = appId?.toLowerCase() ?? product.appId;
  return {
    origin,
    host,
    clientId: id,
    appId: own,
    addInId: own === product.appId ? product.addInId : deriveAddInId(own),
    appIdUri: `api://${host}/${id}`,
    broker: `brk-multihub://${host}`,
  };
}

export const exampleDeployment = toDeployment(product.example);

/** Address of a ribbon icon of that many pixels; the twin's own two wear another colour. */
export const toIconUrl = ({ origin }, size, twin = false) =>
  `${origin}${product.iconPath}/${twin ? 'twin' : 'icon'}-${size}.png`;
