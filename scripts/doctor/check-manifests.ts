/** Holds a made package against the server that it leads to: same addresses, same client, same version, icons that are there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import * as v from 'valibot';
import type { ClientConfig } from '../../src/domain/contract/client-config.ts';
import { iconPath, ribbonIcons, toExpected } from './expected.ts';
import { fail, judge, warn, type Finding } from './finding.ts';

export interface PackageTexts {
  /** manifest.json of the zip. */
  readonly unified: string;
  readonly xml: string;
}

const ABOUT = 'package';

/** As `npm run package` leaves it; undefined where the folder holds none. */
export function readPackageTexts(folder: string): PackageTexts | undefined {
  try {
    const files = unzipSync(readFileSync(join(folder, 'office-shifts.zip')), {
      filter: ({ name }) => name === 'manifest.json',
    });
    const unified = files['manifest.json'];
    const xml = readFileSync(join(folder, 'manifest.xml'), 'utf8');
    return unified && { unified: strFromU8(unified), xml };
  } catch {
    return undefined;
  }
}

const unifiedSchema = v.object({
  version: v.string(),
  validDomains: v.array(v.string()),
  staticTabs: v.array(v.object({ contentUrl: v.string() })),
  webApplicationInfo: v.object({ id: v.string(), resource: v.string() }),
});

function listDifferences({ unified, xml }: PackageTexts, url: URL, told: ClientConfig): string[] {
  const { version, validDomains, staticTabs, webApplicationInfo } = v.parse(unifiedSchema, JSON.parse(unified));
  const { origin, host } = url;
  const { appIdUri } = toExpected(url, told.clientId);
  const facts: readonly (readonly [what: string, isSame: boolean])[] = [
    ['version', version === told.version && xml.includes(`<Version>${told.version}.0</Version>`)],
    [
      'address',
      staticTabs.every(({ contentUrl }) => new URL(contentUrl).origin === origin) &&
        xml.includes(`<AppDomain>${origin}</AppDomain>`),
    ],
    ['valid domain', validDomains.includes(host)],
    ['client id', webApplicationInfo.id === told.clientId && xml.includes(`<Id>${told.clientId}</Id>`)],
    [
      'application ID URI',
      `${webApplicationInfo.resource}/access_as_user` === told.apiScope &&
        xml.includes(`<Resource>${appIdUri}</Resource>`),
    ],
  ];
  return facts.filter(([, isSame]) => !isSame).map(([what]) => `Its ${what} is not the server's.`);
}

async function listMissingIcons(fetch: typeof globalThis.fetch, url: URL): Promise<string[]> {
  const paths = ribbonIcons.map((size) => `${iconPath}/icon-${size}.png`);
  const answers = await Promise.all(paths.map((path) => fetch(url.origin + path, { redirect: 'manual' })));
  return paths.filter((_path, index) => answers[index]?.ok !== true).map((path) => `${path} is not there.`);
}

export async function checkManifests(
  fetch: typeof globalThis.fetch,
  texts: PackageTexts | undefined,
  { url, told }: { readonly url: URL; readonly told: ClientConfig },
): Promise<Finding> {
  const remedy = `npm run package -- --url ${url.origin} --client-id <client id>`;
  if (texts === undefined)
    return warn(ABOUT, `none found to compare: ${remedy} makes one, --package <folder> names one`);
  try {
    const problems = [...listDifferences(texts, url, told), ...(await listMissingIcons(fetch, url))];
    const where = problems.length === 0 ? [] : [...problems, `Make it anew: ${remedy}.`];
    return judge(ABOUT, where, 'both manifests lead to this server, in its version');
  } catch {
    return fail(ABOUT, `It can not be read, or its icons not be reached. Make it anew: ${remedy}.`);
  }
}
