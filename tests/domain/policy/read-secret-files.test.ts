import { readSecretFiles } from '../../../src/domain/policy/read-secret-files.ts';

const files: Readonly<Record<string, string>> = {
  '/run/secrets/url': 'postgres://shifts:pass@database/shifts\n',
  '/run/secrets/secret': 'a secret with an end of line of its own\r\n',
  '/run/secrets/empty': '\n',
};

function read(path: string): string {
  const text = files[path];
  if (text === undefined) throw new Error(`no ${path}`);
  return text;
}

describe('readSecretFiles', () => {
  it('puts what stands in the files in place of their names, without the end of the last line', () => {
    const { env, problems } = readSecretFiles(
      { DATABASE_URL_FILE: '/run/secrets/url', ENTRA_CLIENT_SECRET_FILE: '/run/secrets/secret', PORT: '3000' },
      read,
    );
    expect(problems).toEqual([]);
    expect(env).toMatchObject({
      DATABASE_URL: 'postgres://shifts:pass@database/shifts',
      ENTRA_CLIENT_SECRET: 'a secret with an end of line of its own',
      PORT: '3000',
    });
  });

  it('leaves out what is empty, also where a file is named by nothing', () => {
    const { env, problems } = readSecretFiles({ PORT: '', DATA_DIR: undefined, DATABASE_URL_FILE: '' }, read);
    expect({ env, problems }).toEqual({ env: {}, problems: [] });
  });

  it('names every problem at once and quotes no file', () => {
    const { problems } = readSecretFiles(
      { DATABASE_URL: 'postgres://x', DATABASE_URL_FILE: '/run/secrets/url', ENTRA_CLIENT_SECRET_FILE: '/nowhere' },
      read,
    );
    expect(problems).toEqual([
      "ENTRA_CLIENT_SECRET_FILE: names a file that can't be read",
      'DATABASE_URL_FILE: must not be set beside DATABASE_URL',
    ]);
  });

  it('refuses a file that holds nothing', () => {
    expect(readSecretFiles({ DATABASE_URL_FILE: '/run/secrets/empty' }, read).problems).toEqual([
      'DATABASE_URL_FILE: names a file that is empty',
    ]);
  });
});
