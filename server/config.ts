/** Reads the environment once, and either knows everything the server needs or lists every problem at the same time. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import * as v from 'valibot';
import manifest from '../package.json';
import * as contract from '../src/domain/contract/environment.ts';
import { findMisplacedSecrets, findPublicPlaces } from '../src/domain/policy/find-misplaced-secrets.ts';
import { readSecretFiles } from '../src/domain/policy/read-secret-files.ts';

export const VERSION = manifest.version;
/** The feature release whose welcome people see: major and minor of our version. */
export const RELEASE = VERSION.split('.').slice(0, 2).join('.');
/** Folder of the built pages, which everybody can read. */
export const WEB_DIR = resolve('dist/web');

/** As MSAL takes it. */
type Credential =
  | { readonly clientSecret: string }
  | { readonly clientCertificate: { readonly thumbprintSha256: string; readonly privateKey: string } };

export interface Config extends contract.EnvironmentConfig {
  readonly publicUrl: URL;
  readonly credential: Credential;
  /** When the secret or certificate ends, as far as that is known: a secret can't be asked. */
  readonly credentialEnds: string | undefined;
}

type ReadCredential = Pick<Config, 'credential' | 'credentialEnds'>;

/** PEM text, or a path to it: the certificate and its private key in one. Throws a sentence about what is wrong. */
function readCertificate(value: string): ReadCredential {
  const pem = value.includes('-----BEGIN') ? value.replaceAll('\\n', '\n') : readFileSync(value, 'utf8');
  const [privateKey] = /-----BEGIN (RSA )?PRIVATE KEY-----[\s\S]+?-----END (RSA )?PRIVATE KEY-----/.exec(pem) ?? [];
  if (privateKey === undefined) throw new RangeError('holds no private key (unencrypted, PEM)');
  const certificate = new X509Certificate(pem);
  if (!certificate.checkPrivateKey(createPrivateKey(privateKey)))
    throw new RangeError('holds a private key that is not the one of its certificate');
  const thumbprintSha256 = certificate.fingerprint256.replaceAll(':', '');
  const credential = { clientCertificate: { thumbprintSha256, privateKey } };
  return { credential, credentialEnds: new Date(certificate.validTo).toISOString() };
}

/** Undefined, and a problem noted, where there is none or more than one. */
function readCredential(env: contract.Environment, problems: string[]): ReadCredential | undefined {
  const { ENTRA_CLIENT_SECRET: secret, ENTRA_CLIENT_CERTIFICATE: certificate } = env;
  const { ENTRA_CLIENT_SECRET_EXPIRES: credentialEnds } = env;
  try {
    if (certificate === undefined && secret !== undefined)
      return { credential: { clientSecret: secret }, credentialEnds };
    if (certificate !== undefined && secret === undefined) return readCertificate(certificate);
    problems.push('ENTRA_CLIENT_SECRET or ENTRA_CLIENT_CERTIFICATE: exactly one of them must be set');
  } catch (error) {
    const what = 'must be a PEM (or a path to one) with a certificate and its private key';
    problems.push(`ENTRA_CLIENT_CERTIFICATE: ${error instanceof RangeError ? error.message : what}`);
  }
  return undefined;
}

const toOrigin = (text: string): string | undefined => (URL.canParse(text) ? new URL(text).origin : undefined);

/** Links are followed: they lead people there, too. */
function toRealPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

function isPublic(place: string): boolean {
  const path = relative(toRealPath(WEB_DIR), toRealPath(place));
  return !path.startsWith('..') && !isAbsolute(path);
}

/** Throws ConfigError with all problems. An empty variable counts as absent. */
export function parseConfig(environment: contract.Environment): Config {
  const { env, problems: unread } = readSecretFiles(environment, (path) => readFileSync(path, 'utf8'));
  const misplaced = [...findMisplacedSecrets(env), ...findPublicPlaces(env, isPublic)];
  const found = [...contract.listProductionProblems(env), ...misplaced];
  const problems = [...unread, ...found];
  const credential = readCredential(env, problems);
  const parsed = v.safeParse(contract.createEnvironmentSchema(toOrigin), env);
  problems.push(...contract.listProblems(parsed.issues));
  if (!parsed.success || credential === undefined || problems.length > 0) throw new contract.ConfigError(problems);
  const publicUrl = new URL(parsed.output.PUBLIC_URL);
  return { ...contract.toEnvironmentConfig(parsed.output, publicUrl.host, toOrigin), publicUrl, ...credential };
}
