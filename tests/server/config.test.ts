import { createSelfSigned } from '../support/self-signed.ts';
import { parseConfig } from '../../server/config.ts';
import { ConfigError } from '../../src/domain/contract/environment.ts';
import { toClientConfig } from '../../src/domain/policy/to-client-config.ts';

const GUID = '0f51c5f6-0d3a-4d1e-9c8b-5a1c7f3e2b10';
const good = {
  PUBLIC_URL: 'https://shifts.contoso.example',
  ENTRA_CLIENT_ID: GUID,
  ENTRA_CLIENT_SECRET: 'x',
  ENTRA_TENANTS: GUID.toUpperCase(),
};

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((problem) => problem.split(':')[0] ?? '');
    throw error;
  }
  return [];
}

describe('parseConfig', () => {
  it('takes what design asks for and fills in the rest', () => {
    const config = parseConfig(good);
    expect(config).toMatchObject({
      port: 3000,
      tokenVersion: 2,
      trustProxy: 0,
      appIdUri: `api://shifts.contoso.example/${GUID}`,
    });
    expect(config.tenants).toEqual(new Set([GUID]));
    expect(toClientConfig(config, '1.2.3')).toMatchObject({
      authority: `https://login.microsoftonline.com/${GUID}`,
      entraBaseUrl: 'https://login.microsoftonline.com',
      graphBaseUrl: 'https://graph.microsoft.com',
      apiScope: `api://shifts.contoso.example/${GUID}/access_as_user`,
    });
  });

  it('lists every problem at the same time', () => {
    expect(
      problemsOf({ PORT: 'x', ENTRA_TENANTS: 'contoso', ENTRA_TOKEN_VERSION: '3', LOG_LEVEL: 'loud' }).toSorted(),
    ).toEqual([
      'ENTRA_CLIENT_ID',
      'ENTRA_CLIENT_SECRET or ENTRA_CLIENT_CERTIFICATE',
      'ENTRA_TENANTS',
      'ENTRA_TOKEN_VERSION',
      'LOG_LEVEL',
      'PORT',
      'PUBLIC_URL',
    ]);
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '3000.5'],
    ['PUBLIC_URL', 'shifts.contoso.example'],
    ['PUBLIC_URL', 'https://shifts.contoso.example/path'],
    ['ENTRA_CLIENT_SECRET or ENTRA_CLIENT_CERTIFICATE', ''],
    ['ENTRA_TENANTS', '*,' + GUID],
    ['EXTRA_HOST_ORIGINS', 'https://*.evil.example'],
    ['EXTRA_HOST_ORIGINS', 'https://evil.example/x'],
    ['TRUST_PROXY', 'true'],
    ['ENTRA_CLIENT_CERTIFICATE', '/nowhere.pem'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['OPS_HOST', 'http://here'],
    ['ENTRA_CLIENT_SECRET_EXPIRES', 'tomorrow'],
    ['ENTRA_CLIENT_SECRET_EXPIRES', '2027-02-30'],
  ])('refuses %s = %s', (name, value) => {
    const [variable = ''] = name.split(' ');
    const env = {
      ...good,
      ...(variable === 'ENTRA_CLIENT_CERTIFICATE' ? { ENTRA_CLIENT_SECRET: '' } : {}),
      [variable]: value,
    };
    expect(problemsOf(env)).toEqual([name]);
  });

  it.each(['ENTRA_BASE_URL', 'GRAPH_BASE_URL', 'EXTRA_HOST_ORIGINS', 'OFFICE_SCRIPT_URL'])(
    'refuses %s in production',
    (name) => {
      const env = { ...good, [name]: 'http://127.0.0.1:3001' };
      expect(problemsOf(env)).toEqual([]);
      expect(problemsOf({ ...env, NODE_ENV: 'production' })).toEqual([name]);
    },
  );

  it('wants https in production', () => {
    expect(problemsOf({ ...good, PUBLIC_URL: 'http://localhost:3000', NODE_ENV: 'production' })).toEqual([
      'PUBLIC_URL',
    ]);
  });
});

describe('secrets in the wrong place', () => {
  const SECRET = 'Zq8~aVerySecretValue.Of/Entra';
  const withSecret = { ...good, ENTRA_CLIENT_SECRET: SECRET };
  const PASSWORD = 'pass word/of db';
  const database = `postgres://shifts:${encodeURIComponent(PASSWORD)}@db.example/shifts`;
  const messageOf = (env: Record<string, string | undefined>): string => {
    try {
      parseConfig(env);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it.each([
    ['PUBLIC_URL', `https://shifts.example/?s=${SECRET}`],
    ['PUBLIC_URL', `https://me:${encodeURIComponent(SECRET)}@shifts.example`],
    ['ENTRA_CLIENT_ID', SECRET],
    ['ENTRA_APP_ID_URI', `api://${SECRET}`],
    ['ENTRA_APP_ID_URI', `api://${encodeURIComponent(SECRET)}`],
    ['EXTRA_HOST_ORIGINS', `https://a.example,https://b.example/${SECRET}`],
    ['ENTRA_CLIENT_SECRET_EXPIRES', SECRET],
    ['LOG_LEVEL', SECRET],
    ['DATA_DIR', SECRET],
    ['OPS_HOST', SECRET],
    ['PUBLIC_URL', '-----BEGIN PRIVATE KEY-----'],
    ['ENTRA_APP_ID_URI', `api://${encodeURIComponent(PASSWORD)}`],
  ])('refuses the secret in %s (%#), and does not repeat it', (name, value) => {
    const message = messageOf({ ...withSecret, DATABASE_URL: database, [name]: value });
    expect(message).toMatch(new RegExp(`- ${name}: holds`));
    for (const secret of [SECRET, PASSWORD, encodeURIComponent(SECRET), encodeURIComponent(PASSWORD)])
      expect(message).not.toContain(secret);
  });

  it('refuses a user name and a password in the public address', () => {
    const message = messageOf({ ...good, PUBLIC_URL: 'https://me:hunter2@shifts.example' });
    expect(message).toContain('PUBLIC_URL: must not hold a user name or password');
    expect(message).not.toContain('hunter2');
  });

  it('refuses a certificate where the secret belongs, and a public id as the secret', () => {
    expect(problemsOf({ ...good, ENTRA_CLIENT_SECRET: '-----BEGIN CERTIFICATE-----' })).toEqual([
      'ENTRA_CLIENT_SECRET',
    ]);
    expect(problemsOf({ ...good, ENTRA_CLIENT_SECRET: GUID.toUpperCase() })).toContain('ENTRA_CLIENT_ID');
  });

  it.each(['dist/web', 'dist/web/assets', 'dist/web/assets/../data'])('refuses the database in %s', (dataDir) => {
    expect(problemsOf({ ...good, DATA_DIR: dataDir })).toEqual(['DATA_DIR']);
  });

  it.each(['dist', 'dist/web-data', './data'])('takes the database in %s', (dataDir) => {
    expect(problemsOf({ ...good, DATA_DIR: dataDir })).toEqual([]);
  });

  it.each(['ENTRA_CLIENT_CERTIFICATE', 'ENTRA_CLIENT_SECRET_FILE', 'DATABASE_URL_FILE'])(
    'refuses what %s names in the folder of the pages',
    (name) => {
      const message = messageOf({ ...good, [name]: 'dist/web/assets/ours.pem' });
      expect(message).toContain(`${name}: must not lie in the folder of the pages`);
    },
  );

  it('takes a database by its address alone, and keeps its operators on loopback unless told', () => {
    expect(parseConfig({ ...withSecret, DATABASE_URL: database })).toMatchObject({
      databaseUrl: database,
      opsHost: '127.0.0.1',
    });
  });

  it('says that a certificate comes without its key', () => {
    const { certificate } = createSelfSigned();
    const message = messageOf({ ...good, ENTRA_CLIENT_SECRET: '', ENTRA_CLIENT_CERTIFICATE: certificate });
    expect(message).toContain('ENTRA_CLIENT_CERTIFICATE: holds no private key');
  });
});
