/** Reads the environment once, and either knows everything the server needs or lists every problem at the same time. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import manifest from '../package.json';
import type { ClientConfig } from '../src/domain/contract/client-config.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** As MSAL takes it. */
export type Credential =
  | { readonly clientSecret: string }
  | { readonly clientCertificate: { readonly thumbprintSha256: string; readonly privateKey: string } };

export interface Config {
  readonly port: number;
  /** Absent: no second listener. 0: any free port. */
  readonly opsPort: number | undefined;
  readonly publicUrl: URL;
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
    super(
      `The environment has ${problems.length} problem(s):\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const ENTRA = 'https://login.microsoftonline.com';
const GRAPH = 'https://graph.microsoft.com';
const OFFICE_SCRIPT = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];
/** These lead away from Microsoft's own addresses. */
const NOT_IN_PRODUCTION = ['ENTRA_BASE_URL', 'GRAPH_BASE_URL', 'EXTRA_HOST_ORIGINS', 'OFFICE_SCRIPT_URL'];

const isGuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
const isUpTo = (max: number) => (text: string) => /^\d{1,5}$/.test(text) && Number(text) <= max;
const isWebUrl = (text: string): boolean => /^https?:\/\/[^@*\s]+$/i.test(text) && URL.canParse(text);
const isOrigin = (text: string): boolean => isWebUrl(text) && new URL(text).origin === text.replace(/\/$/, '');
const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
const splitList = (text: string): string[] => text.split(',').flatMap((part) => part.trim() || []);
const isTenantList = (text: string): boolean =>
  text === '*' || (splitList(text).length > 0 && splitList(text).every(isGuid));

const checked = (isGood: (text: string) => boolean, problem: string) => v.pipe(v.string(), v.check(isGood, problem));
const port = checked(isUpTo(65_535), 'must be a whole number from 0 to 65535');
const origin = checked(isOrigin, 'must be an http(s) origin without a path');

const environmentSchema = v.object({
  PORT: v.optional(port, '3000'),
  OPS_PORT: v.optional(port),
  PUBLIC_URL: origin,
  NODE_ENV: v.optional(v.string()),
  ENTRA_CLIENT_ID: checked(isGuid, 'must be a GUID'),
  ENTRA_CLIENT_SECRET_EXPIRES: v.optional(checked(isDate, 'must be a date such as 2027-01-31')),
  ENTRA_TENANTS: checked(isTenantList, 'must be * or tenant ids (GUIDs) with commas between'),
  ENTRA_TOKEN_VERSION: v.optional(v.picklist(['1', '2'], 'must be 1 or 2'), '2'),
  ENTRA_APP_ID_URI: v.optional(checked((text) => /^api:\/\/[^\s"]+[^\s"/]$/.test(text), 'must begin with api://')),
  ENTRA_BASE_URL: v.optional(origin, ENTRA),
  GRAPH_BASE_URL: v.optional(origin, GRAPH),
  EXTRA_HOST_ORIGINS: v.optional(
    checked((text) => splitList(text).every(isOrigin), 'must be origins with commas between, no paths or wildcards'),
    '',
  ),
  OFFICE_SCRIPT_URL: v.optional(checked(isWebUrl, 'must be an http(s) address'), OFFICE_SCRIPT),
  DATA_DIR: v.optional(v.string(), './data'),
  DATABASE_URL: v.optional(checked(() => false, 'is not supported yet; without it the database lies in DATA_DIR')),
  LOG_LEVEL: v.optional(
    checked((text) => LOG_LEVELS.includes(text), `must be one of ${LOG_LEVELS.join(', ')}`),
    'info',
  ),
  TRUST_PROXY: v.optional(checked(isUpTo(16), 'must be the number of proxies before us, at most 16'), '0'),
});

/** PEM text, or a path to it: the certificate and its private key in one. */
function readCertificate(value: string): Credential {
  const pem = value.includes('-----BEGIN') ? value.replaceAll('\\n', '\n') : readFileSync(value, 'utf8');
  const [privateKey] = /-----BEGIN (RSA )?PRIVATE KEY-----[\s\S]+?-----END (RSA )?PRIVATE KEY-----/.exec(pem) ?? [];
  if (privateKey === undefined) throw new Error('no private key');
  const thumbprintSha256 = new X509Certificate(pem).fingerprint256.replaceAll(':', '');
  return { clientCertificate: { thumbprintSha256, privateKey } };
}

/** Undefined, and a problem noted, where there is none or more than one. */
function readCredential(env: Environment, problems: string[]): Credential | undefined {
  const { ENTRA_CLIENT_SECRET: secret, ENTRA_CLIENT_CERTIFICATE: certificate } = env;
  try {
    if (certificate === undefined && secret !== undefined) return { clientSecret: secret };
    if (certificate !== undefined && secret === undefined) return readCertificate(certificate);
    problems.push('ENTRA_CLIENT_SECRET or ENTRA_CLIENT_CERTIFICATE: exactly one of them must be set');
  } catch {
    problems.push('ENTRA_CLIENT_CERTIFICATE: must be a PEM (or a path to one) with a certificate and its private key');
  }
  return undefined;
}

function listProductionProblems(env: Environment): string[] {
  if (env['NODE_ENV'] !== 'production') return [];
  const set = NOT_IN_PRODUCTION.filter((name) => env[name] !== undefined);
  const problems = set.map((name) => `${name}: must not be set when NODE_ENV is production`);
  const isPlain = env['PUBLIC_URL']?.startsWith('http:') === true;
  return isPlain ? [...problems, 'PUBLIC_URL: must be https when NODE_ENV is production'] : problems;
}

const toOrigin = (text: string): string => new URL(text).origin;

/** Throws ConfigError with all problems. An empty variable counts as absent. */
export function parseConfig(environment: Environment): Config {
  const env = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const problems = listProductionProblems(env);
  const credential = readCredential(env, problems);
  const parsed = v.safeParse(environmentSchema, env);
  for (const issue of parsed.issues ?? [])
    problems.push(`${v.getDotPath(issue) ?? ''}: ${issue.received === 'undefined' ? 'is missing' : issue.message}`);
  if (!parsed.success || credential === undefined || problems.length > 0) throw new ConfigError(problems);
  const values = parsed.output;
  const publicUrl = new URL(values.PUBLIC_URL);
  const clientId = values.ENTRA_CLIENT_ID.toLowerCase();
  return {
    port: Number(values.PORT),
    opsPort: values.OPS_PORT === undefined ? undefined : Number(values.OPS_PORT),
    publicUrl,
    clientId,
    credential,
    secretExpires: values.ENTRA_CLIENT_SECRET_EXPIRES,
    tenants: values.ENTRA_TENANTS === '*' ? '*' : new Set(splitList(values.ENTRA_TENANTS.toLowerCase())),
    tokenVersion: values.ENTRA_TOKEN_VERSION === '1' ? 1 : 2,
    appIdUri: values.ENTRA_APP_ID_URI ?? `api://${publicUrl.host}/${clientId}`,
    entraBaseUrl: toOrigin(values.ENTRA_BASE_URL),
    graphBaseUrl: toOrigin(values.GRAPH_BASE_URL),
    hostOrigins: splitList(values.EXTRA_HOST_ORIGINS).map(toOrigin),
    officeScriptUrl: values.OFFICE_SCRIPT_URL,
    dataDir: values.DATA_DIR,
    logLevel: values.LOG_LEVEL,
    trustProxy: Number(values.TRUST_PROXY),
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
