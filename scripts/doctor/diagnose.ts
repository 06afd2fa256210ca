/** All that can be known of a deployment from where its server runs, one finding for each thing. */
import type { Environment } from '../../src/domain/contract/environment.ts';
import { checkConfiguration } from './check-configuration.ts';
import { checkCredential, type ShowCredential } from './check-credential.ts';
import { checkDatabase, type AskDatabase } from './check-database.ts';
import { checkKeysAndClock, checkRedirects } from './check-entra.ts';
import { checkManifests, type PackageTexts } from './check-manifests.ts';
import { checkRegistration } from './check-registration.ts';
import { checkHeaders, checkServer } from './check-server.ts';
import { warn, type Finding } from './finding.ts';
import type { Config } from '../../server/config.ts';

export interface Patient {
  readonly env: Environment;
  readonly url: URL;
  readonly tenantId: string | undefined;
  /** Text of an exported registration. */
  readonly registration: string | undefined;
  readonly packageTexts: PackageTexts | undefined;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly askDatabase: AskDatabase;
  readonly createShow: (config: Config) => ShowCredential;
}

const ENTRA = 'https://login.microsoftonline.com';

async function checkInside(patient: Patient, config: Config | undefined): Promise<Finding[]> {
  const { askDatabase, tenantId, createShow, now } = patient;
  if (config === undefined)
    return ['database', 'credential'].map((about) => warn(about, 'not checked: the configuration comes first'));
  return [
    await checkDatabase(config, askDatabase),
    await checkCredential(config, { tenantId, show: createShow(config), now: now() }),
  ];
}

/** In the order in which they are worth mending. */
export async function diagnose(patient: Patient): Promise<Finding[]> {
  const { env, url, fetch, now, registration, packageTexts } = patient;
  const { finding: configuration, config } = checkConfiguration(env, url);
  const { entraBaseUrl = ENTRA, tokenVersion = 2 } = config ?? {};
  const inside = await checkInside(patient, config);
  const outside = await checkKeysAndClock({ fetch, now, entraBaseUrl, tokenVersion });
  const { finding: server, told } = await checkServer(fetch, url, config);
  const known = [configuration, ...inside, ...outside, server];
  if (told === undefined) {
    const rest = ['headers', 'redirect URIs', 'registration', 'package'];
    return [...known, ...rest.map((about) => warn(about, 'not checked: the server comes first'))];
  }
  const { clientId } = told;
  const authority = told.authority.replace(ENTRA, entraBaseUrl);
  return [
    ...known,
    await checkHeaders(fetch, url, told),
    await checkRedirects({ fetch, authority, clientId, url }),
    checkRegistration(registration, url, clientId),
    await checkManifests(fetch, packageTexts, { url, told }),
  ];
}
