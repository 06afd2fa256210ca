/** The variables that a deployment is configured by: which there are, what each may be, and what it is unless said. */
import * as v from 'valibot';

export type Environment = Readonly<Record<string, string | undefined>>;

const ENTRA = 'https://login.microsoftonline.com';
const GRAPH = 'https://graph.microsoft.com';
const OFFICE_SCRIPT = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];
/** These lead away from Microsoft's own addresses. */
const NOT_IN_PRODUCTION = ['ENTRA_BASE_URL', 'GRAPH_BASE_URL', 'EXTRA_HOST_ORIGINS', 'OFFICE_SCRIPT_URL'];

const isGuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
const isUpTo = (max: number) => (text: string) => /^\d{1,5}$/.test(text) && Number(text) <= max;
/** Not the 30th of February, which `Date` takes for March. */
const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(Date.parse(text)).toISOString().startsWith(text);
const splitList = (text: string): string[] => text.split(',').flatMap((part) => part.trim() || []);
const isTenantList = (text: string): boolean =>
  text === '*' || (splitList(text).length > 0 && splitList(text).every(isGuid));

const checked = (isGood: (text: string) => boolean, problem: string) => v.pipe(v.string(), v.check(isGood, problem));
const sayWhatIsWrong = (problem: string) => (issue: v.CheckIssue<string>) =>
  issue.input.includes('@') ? 'must not hold a user name or password' : problem;
const port = checked(isUpTo(65_535), 'must be a whole number from 0 to 65535');

/** `toOrigin`: the origin of an address, undefined where it is none. */
export function createEnvironmentSchema(toOrigin: (text: string) => string | undefined) {
  const isWebUrl = (text: string): boolean => /^https?:\/\/[^@*\s]+$/i.test(text) && toOrigin(text) !== undefined;
  const isOrigin = (text: string): boolean => isWebUrl(text) && toOrigin(text) === text.replace(/\/$/, '');
  const isDatabase = (text: string): boolean => /^postgres(ql)?:\/\/\S+$/i.test(text) && toOrigin(text) !== undefined;
  const origin = v.pipe(v.string(), v.check(isOrigin, sayWhatIsWrong('must be an http(s) origin without a path')));
  return v.object({
    PORT: v.optional(port, '3000'),
    OPS_PORT: v.optional(port),
    OPS_HOST: v.optional(
      checked((text) => /^[\w.:-]+$/.test(text), 'must be an address or a name of this machine'),
      '127.0.0.1',
    ),
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
    DATABASE_URL: v.optional(checked(isDatabase, 'must be an address that begins with postgres:// or postgresql://')),
    LOG_LEVEL: v.optional(
      checked((text) => LOG_LEVELS.includes(text), `must be one of ${LOG_LEVELS.join(', ')}`),
      'info',
    ),
    TRUST_PROXY: v.optional(checked(isUpTo(16), 'must be the number of proxies before us, at most 16'), '0'),
  });
}

export type EnvironmentValues = v.InferOutput<ReturnType<typeof createEnvironmentSchema>>;

export interface EnvironmentConfig {
  readonly port: number;
  /** Absent: no second listener. 0: any free port. */
  readonly opsPort: number | undefined;
  readonly opsHost: string;
  readonly clientId: string;
  /** Lower-case tenant ids, or everyone. */
  readonly tenants: ReadonlySet<string> | '*';
  readonly tokenVersion: 1 | 2;
  readonly appIdUri: string;
  readonly entraBaseUrl: string;
  readonly graphBaseUrl: string;
  readonly hostOrigins: readonly string[];
  readonly officeScriptUrl: string;
  readonly dataDir: string;
  /** PostgreSQL; absent: a file in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly logLevel: string;
  readonly trustProxy: number;
}

/** `host`: of the public address, with its port. */
export function toEnvironmentConfig(
  values: EnvironmentValues,
  host: string,
  toOrigin: (text: string) => string | undefined,
): EnvironmentConfig {
  const clientId = values.ENTRA_CLIENT_ID.toLowerCase();
  return {
    port: Number(values.PORT),
    opsPort: values.OPS_PORT === undefined ? undefined : Number(values.OPS_PORT),
    opsHost: values.OPS_HOST,
    clientId,
    tenants: values.ENTRA_TENANTS === '*' ? '*' : new Set(splitList(values.ENTRA_TENANTS.toLowerCase())),
    tokenVersion: values.ENTRA_TOKEN_VERSION === '1' ? 1 : 2,
    appIdUri: values.ENTRA_APP_ID_URI ?? `api://${host}/${clientId}`,
    entraBaseUrl: toOrigin(values.ENTRA_BASE_URL) ?? ENTRA,
    graphBaseUrl: toOrigin(values.GRAPH_BASE_URL) ?? GRAPH,
    hostOrigins: splitList(values.EXTRA_HOST_ORIGINS).flatMap((text) => toOrigin(text) ?? []),
    officeScriptUrl: values.OFFICE_SCRIPT_URL.replace(/^https?:\/\/[^/?#\\]+/i, (host) => toOrigin(host) ?? host),
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    logLevel: values.LOG_LEVEL,
    trustProxy: Number(values.TRUST_PROXY),
  };
}

/** Every variable that is not what it must be, each with a sentence. */
export const listProblems = (issues: readonly v.BaseIssue<unknown>[] = []): string[] =>
  issues.map(
    (issue) => `${v.getDotPath(issue) ?? ''}: ${issue.received === 'undefined' ? 'is missing' : issue.message}`,
  );

/** What only a demo may be. */
export function listProductionProblems(env: Environment): string[] {
  if (env['NODE_ENV'] !== 'production') return [];
  const set = NOT_IN_PRODUCTION.filter((name) => env[name] !== undefined);
  const problems = set.map((name) => `${name}: must not be set when NODE_ENV is production`);
  const isPlain = env['PUBLIC_URL']?.startsWith('http:') === true;
  return isPlain ? [...problems, 'PUBLIC_URL: must be https when NODE_ENV is production'] : problems;
}

/** Names every problem, and quotes no value. */
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
