/** Reads the environment once, and either knows everything the server needs or lists every problem at the same time. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import manifest from '../package.json';
import type { ClientConfig } from '../src/domain/contract/client-config.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly thumbprintSha256: string; readonly privateKey: string };

export interface Config {
  readonly port: number;
  /** Absent: no second listener. 0: any free port. */
  readonly opsPort: number | undefined;
  readonly publicUrl: URL;
  readonly production: boolean;
  readonly clientId: string;
  readonly credential: Credential;
  readonly secretExpires: string | undefined;
  /** Lower-case tenant ids, or everyone. */
  readonly tenants: ReadonlySet<string> | '*';
  readonly tokenVersion: 1 | 2;
  readonly appIdUri: string;
  readonly entraBaseUrl: string;
  readonly graphBaseUrl: string;
  readonly hostOrigins: readonly string[];
  readonly officeScriptUrl: string;
  readonly dataDir: string;
  readonly logLevel: string;
  readonly trustProxy: number;
}

export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The environment has ${problems.length} problem(s):\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const ENTRA = 'https://login.microsoftonline.com';
const GRAPH = 'https://graph.microsoft.com';
const OFFICE_SCRIPT = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** These lead away from Microsoft's own addresses. */
const NOT_IN_PRODUCTION = ['ENTRA_BASE_URL', 'GRAPH_BASE_URL', 'EXTRA_HOST_ORIGINS', 'OFFICE_SCRIPT_URL'] as const;

function isWebUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}
const isOrigin = (text: string): boolean => isWebUrl(text) && new URL(text).origin === text;
const splitList = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const wholeNumber = (max: number, otherwise: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,5}$/, `must be a whole number from 0 to ${max}`),
      v.transform(Number),
      v.maxValue(max, `must be at most ${max}`),
    ),
    otherwise,
  );
const origin = (otherwise: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.replace(/\/$/, '')),
      v.check(isOrigin, 'must be an http(s) origin without a path'),
    ),
    otherwise,
  );

const environmentSchema = v.object({
  PORT: wholeNumber(65_535, '3000'),
  OPS_PORT: v.optional(wholeNumber(65_535, '0')),
  PUBLIC_URL: v.pipe(
    v.string('is missing'),
    v.transform((text) => text.replace(/\/$/, '')),
    v.check(isOrigin, 'must be an http(s) origin without a path'),
  ),
  NODE_ENV: v.optional(v.string(), ''),
  ENTRA_CLIENT_ID: v.pipe(v.string('is missing'), v.regex(GUID, 'must be a GUID'), v.toLowerCase()),
  ENTRA_CLIENT_SECRET: v.optional(v.string()),
  ENTRA_CLIENT_CERTIFICATE: v.optional(v.string()),
  ENTRA_CLIENT_SECRET_EXPIRES: v.optional(v.pipe(v.string(), v.isoDate('must be a date such as 2027-01-31'))),
  ENTRA_TENANTS: v.pipe(
    v.string('is missing (tenant ids, or *)'),
    v.transform(splitList),
    v.check(
      (list) => list.length > 0 && (list.every((id) => GUID.test(id)) || (list.length === 1 && list[0] === '*')),
      'must be * or tenant ids (GUIDs) with commas between',
    ),
  ),
  ENTRA_TOKEN_VERSION: v.optional(v.picklist(['1', '2'], 'must be 1 or 2'), '2'),
  ENTRA_APP_ID_URI: v.optional(v.pipe(v.string(), v.regex(/^api:\/\/[^\s"]+[^\s"/]$/, 'must begin with api://'))),
  ENTRA_BASE_URL: origin(ENTRA),
  GRAPH_BASE_URL: origin(GRAPH),
  EXTRA_HOST_ORIGINS: v.optional(
    v.pipe(
      v.string(),
      v.transform(splitList),
      v.check((list) => list.every(isOrigin), 'must be origins with commas between, without paths or wildcards'),
    ),
    '',
  ),
  OFFICE_SCRIPT_URL: v.optional(v.pipe(v.string(), v.check(isWebUrl, 'must be an http(s) address')), OFFICE_SCRIPT),
  DATA_DIR: v.optional(v.string(), './data'),
  DATABASE_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(() => false, 'is not supported by this release; leave it out for the embedded database in DATA_DIR'),
    ),
  ),
  LOG_LEVEL: v.optional(
    v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be fatal, error, warn, info, debug or silent'),
    'info',
  ),
  TRUST_PROXY: wholeNumber(16, '0'),
});

/** PEM text, or a path to it: the certificate and its private key in one. */
function readCertificate(value: string): Credential {
  const pem = value.includes('-----BEGIN') ? value.replaceAll('\\n', '\n') : readFileSync(value, 'utf8');
  const privateKey = /-----BEGIN (?:RSA |EC )?PRIVATE KEY-----[\s\S]+?-----END (?:RSA |EC )?PRIVATE KEY-----/.exec(pem);
  if (privateKey === null) throw new Error('no private key');
  const thumbprintSha256 = new X509Certificate(pem).fingerprint256.replaceAll(':', '');
  return { kind: 'certificate', thumbprintSha256, privateKey: privateKey[0] };
}

function readCredential(env: Environment, problems: string[]): Credential {
  const { ENTRA_CLIENT_SECRET: secret, ENTRA_CLIENT_CERTIFICATE: certificate } = env;
  if ((secret === undefined) === (certificate === undefined))
    problems.push('ENTRA_CLIENT_SECRET or ENTRA_CLIENT_CERTIFICATE: exactly one of them must be set');
  if (certificate === undefined) return { kind: 'secret', secret: secret ?? '' };
  try {
    return readCertificate(certificate);
  } catch {
    problems.push('ENTRA_CLIENT_CERTIFICATE: must be a PEM (or a path to one) with a certificate and its private key');
    return { kind: 'secret', secret: '' };
  }
}

function listProductionProblems(env: Environment): string[] {
  if (env['NODE_ENV'] !== 'production') return [];
  const led = NOT_IN_PRODUCTION.filter((name) => env[name] !== undefined).map(
    (name) => `${name}: must not be set when NODE_ENV is production`,
  );
  return env['PUBLIC_URL']?.startsWith('http:') ? [...led, 'PUBLIC_URL: must be https when NODE_ENV is production'] : led;
}

/** Throws ConfigError with all problems. An empty variable counts as absent. */
export function parseConfig(environment: Environment): Config {
  const env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const problems = listProductionProblems(env);
  const credential = readCredential(env, problems);
  const parsed = v.safeParse(environmentSchema, env);
  for (const issue of parsed.issues ?? []) problems.push(`${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const values = parsed.output;
  const publicUrl = new URL(values.PUBLIC_URL);
  return {
    port: values.PORT,
    opsPort: values.OPS_PORT,
    publicUrl,
    production: values.NODE_ENV === 'production',
    clientId: values.ENTRA_CLIENT_ID,
    credential,
    secretExpires: values.ENTRA_CLIENT_SECRET_EXPIRES,
    tenants: values.ENTRA_TENANTS[0] === '*' ? '*' : new Set(values.ENTRA_TENANTS.map((id) => id.toLowerCase())),
    tokenVersion: values.ENTRA_TOKEN_VERSION === '1' ? 1 : 2,
    appIdUri: values.ENTRA_APP_ID_URI ?? `api://${publicUrl.host}/${values.ENTRA_CLIENT_ID}`,
    entraBaseUrl: values.ENTRA_BASE_URL,
    graphBaseUrl: values.GRAPH_BASE_URL,
    hostOrigins: values.EXTRA_HOST_ORIGINS,
    officeScriptUrl: values.OFFICE_SCRIPT_URL,
    dataDir: values.DATA_DIR,
    logLevel: values.LOG_LEVEL,
    trustProxy: values.TRUST_PROXY,
  };
}

/** The feature release whose welcome people see: major and minor of our version. */
export const RELEASE = manifest.version.split('.').slice(0, 2).join('.');

/** Graph scopes without which nothing works; the rest is asked for when it is used. */
export const BASE_SCOPES = ['User.Read', 'Calendars.Read', 'MailboxSettings.Read'] as const;

/** What the page may know. */
export function toClientConfig(config: Config): ClientConfig {
  const only = config.tenants !== '*' && config.tenants.size === 1 ? [...config.tenants][0] : undefined;
  return {
    clientId: config.clientId,
    authority: `${ENTRA}/${only ?? 'organizations'}`,
    entraBaseUrl: config.entraBaseUrl,
    graphBaseUrl: config.graphBaseUrl,
    apiScope: `${config.appIdUri}/access_as_user`,
    baseScopes: [...BASE_SCOPES],
    hostOrigins: [...config.hostOrigins],
    officeScriptUrl: config.officeScriptUrl,
    version: manifest.version,
  };
}
