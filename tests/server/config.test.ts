import { ConfigError, parseConfig, toClientConfig } from '../../server/config.ts';

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
    expect(toClientConfig(config)).toMatchObject({
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
    ['DATABASE_URL', 'postgres://x'],
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
