/** Dockerfile and compose.yaml, read as Docker reads them; tests/journeys/container.test.ts runs what they say. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../server/config.ts';
import { createEnvironmentSchema } from '../../src/domain/contract/environment.ts';
import { FILE_SECRETS } from '../../src/domain/policy/read-secret-files.ts';
import { fillIn, readCompose, readImage, readStages } from '../support/read-dockerfile.ts';
import { createSelfSigned } from '../support/self-signed.ts';

const GUID = '0f51c5f6-0d3a-4d1e-9c8b-5a1c7f3e2b10';
const given = { PUBLIC_URL: 'https://shifts.contoso.example', ENTRA_CLIENT_ID: GUID, ENTRA_TENANTS: GUID };

describe('Dockerfile', () => {
  it('builds and runs on one exact release of Node.js', () => {
    const images = readStages().map(([first]) => first?.rest.split(' ')[0]);
    expect(images).toHaveLength(2);
    for (const image of images) expect(image).toMatch(/^node:\d+\.\d+\.\d+-bookworm-slim$/);
    expect(new Set(images).size).toBe(1);
  });

  it('runs as nobody in particular, with a health check, in production', () => {
    const { user, healthCommand, command, env } = readImage();
    expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(command[0]).toBe('node');
    expect(healthCommand.join(' ')).toContain('/healthz');
    expect(env['NODE_ENV']).toBe('production');
  });

  it('takes of the build what runs, and no package manager stays', () => {
    expect(readImage().copies).toEqual([
      ['dist/web', 'dist/web'],
      ['dist/node', 'dist/node'],
      ['LICENSE', 'LICENSE'],
    ]);
    const runs = (readStages().at(-1) ?? []).filter(({ verb }) => verb === 'RUN').map(({ rest }) => rest);
    expect(runs.join(' ')).toContain('rm -rf /usr/local/lib/node_modules');
    expect(runs.join(' ')).not.toMatch(/npm (ci|install)/);
  });

  it('sends no secret to the build', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', 'secrets', 'data', '*.pem', '*.secret', '.env*']));
  });
});

describe('compose.yaml', () => {
  const compose = readCompose();
  const { app, database } = compose.services;

  it('sets only variables that the server knows', () => {
    const known = Object.keys(createEnvironmentSchema(() => undefined).entries);
    const names = [...known, 'ENTRA_CLIENT_CERTIFICATE', ...FILE_SECRETS.map((name) => `${name}_FILE`)];
    expect(Object.keys(app.environment).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('makes an environment with which a production server starts', () => {
    const folder = mkdtempSync(join(tmpdir(), 'office-shifts-compose-'));
    const { certificate, privateKey } = createSelfSigned();
    writeFileSync(join(folder, 'client_certificate'), privateKey + certificate);
    writeFileSync(join(folder, 'database_url'), 'postgres://shifts:pass@database:5432/shifts\n');
    const texts = { ...readImage().env, ...app.environment };
    const env = Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, fillIn(text, given).replace('/run/secrets', folder)]),
    );
    expect(parseConfig(env)).toMatchObject({
      port: 3000,
      opsHost: '0.0.0.0',
      databaseUrl: 'postgres://shifts:pass@database:5432/shifts',
      trustProxy: 1,
    });
    rmSync(folder, { recursive: true });
  });

  it('says what is missing where an operator gives nothing', () => {
    expect(() => fillIn(app.environment['PUBLIC_URL'] ?? '', {})).toThrow('PUBLIC_URL: the address that people reach');
  });

  it('lets the server write nothing, gain nothing, and wait for a database that is well', () => {
    expect(app).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      depends_on: { database: { condition: 'service_healthy' } },
    });
    expect(database['healthcheck']).toMatchObject({ test: expect.arrayContaining(['pg_isready']) as unknown });
    expect(database.image).toMatch(/^postgres:\d+\.\d+-bookworm$/);
  });

  it('takes secrets from files alone, keeps the database in a volume and away from the outside', () => {
    const used = [...app.secrets, ...database.secrets];
    expect(used.toSorted()).toEqual(Object.keys(compose.secrets).toSorted());
    for (const { file } of Object.values(compose.secrets)) expect(file).toMatch(/^\.\/secrets\//);
    expect(JSON.stringify([app.environment, database.environment])).not.toMatch(/password@|SECRET"/);
    expect(database['volumes']).toEqual([`${Object.keys(compose.volumes)[0]}:/var/lib/postgresql`]);
    expect(database['ports']).toBeUndefined();
    expect(database['networks']).toEqual(['inside']);
  });
});
