/** Finds secrets of the environment in variables that pages, logs or other people can see. */
import type { Environment } from '../contract/environment.ts';

/** Every page is told them. */
const PUBLIC_NAMES = [
  'PUBLIC_URL',
  'ENTRA_CLIENT_ID',
  'ENTRA_APP_ID_URI',
  'ENTRA_TENANTS',
  'ENTRA_BASE_URL',
  'GRAPH_BASE_URL',
  'EXTRA_HOST_ORIGINS',
  'OFFICE_SCRIPT_URL',
];
/** Kept to ourselves, but for a glance at a process list or a log. */
const OTHER_NAMES = [
  'PORT',
  'OPS_PORT',
  'OPS_HOST',
  'NODE_ENV',
  'DATA_DIR',
  'LOG_LEVEL',
  'TRUST_PROXY',
  'ENTRA_TOKEN_VERSION',
  'ENTRA_CLIENT_SECRET_EXPIRES',
];
/** Shorter ones stand in other words by chance; being the same is no chance. */
const MIN_PART = 8;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Of `postgres://user:password@host/name` and of `?password=`. */
function listPasswords(url: string): string[] {
  const found = [/^\w+:\/\/[^:@/?#]*:([^@]*)@/.exec(url)?.[1], /[?&]password=([^&#]*)/.exec(url)?.[1]];
  return found.flatMap((text) => (text === undefined || text === '' ? [] : [text, decode(text)]));
}

function listSecrets(env: Environment): (readonly [name: string, secret: string])[] {
  const { ENTRA_CLIENT_SECRET: secret, DATABASE_URL: url = '' } = env;
  const passwords = listPasswords(url).map((password) => ['DATABASE_URL', password] as const);
  return secret === undefined ? passwords : [['ENTRA_CLIENT_SECRET', secret], ...passwords];
}

/** One sentence for each; none repeats what it found. */
export function findMisplacedSecrets(env: Environment): string[] {
  const secrets = listSecrets(env);
  const problems: string[] = [];
  for (const name of [...PUBLIC_NAMES, ...OTHER_NAMES]) {
    const text = env[name];
    if (text === undefined) continue;
    if (/-----BEGIN/.test(text)) problems.push(`${name}: holds a certificate or key, which belongs elsewhere`);
    const isPublic = PUBLIC_NAMES.includes(name);
    const spellings = [text, decode(text)].map((spelling) => spelling.toLowerCase());
    const hasIt = ([, secret]: readonly [string, string]): boolean => {
      const sought = secret.toLowerCase();
      const mayBePart = isPublic && sought.length >= MIN_PART;
      return spellings.some((spelling) => (mayBePart ? spelling.includes(sought) : spelling === sought));
    };
    const from = secrets.find(hasIt)?.[0];
    if (from !== undefined) problems.push(`${name}: holds the secret of ${from}, which nobody may see there`);
  }
  if (/-----BEGIN/.test(env['ENTRA_CLIENT_SECRET'] ?? ''))
    problems.push('ENTRA_CLIENT_SECRET: holds a certificate or key, which belongs in ENTRA_CLIENT_CERTIFICATE');
  return problems;
}

/** Files and folders that hold what is secret; a certificate may also be the text itself, which is no place. */
const PLACES = ['DATA_DIR', 'ENTRA_CLIENT_CERTIFICATE', 'ENTRA_CLIENT_SECRET_FILE', 'DATABASE_URL_FILE'];

/** `isPublic`: whether a path leads into the folder of the pages. */
export const findPublicPlaces = (env: Environment, isPublic: (path: string) => boolean): string[] =>
  PLACES.filter((name) => {
    const place = env[name];
    return place !== undefined && isPublic(place);
  }).map((name) => `${name}: must not lie in the folder of the pages, which everybody can read`);
