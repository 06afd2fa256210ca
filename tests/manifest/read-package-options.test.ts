/** What can't be a deployment is refused in a sentence; what can is taken as it is. */
import { deriveAddInId, product } from '../../scripts/manifest/product.mjs';
import { readPackageOptions } from '../../scripts/manifest/read-package-options.mjs';

const URL_OK = ['--url', 'https://shifts.contoso.com'];
const ID_OK = ['--client-id', '6d0f3a5e-1111-4222-8333-944445555666'];
const GUID = '0c9f6a1e-2222-4333-8444-a55556666777';

describe('readPackageOptions', () => {
  it.each([
    ['no address', ID_OK, '--url is missing'],
    ['an empty address', ['--url', '', ...ID_OK], '--url is missing'],
    ['no client id', URL_OK, '--client-id is missing'],
    ['http', ['--url', 'http://shifts.contoso.com', ...ID_OK], 'must be https'],
    ['ftp', ['--url', 'ftp://shifts.contoso.com', ...ID_OK], 'must be https'],
    ['no scheme', ['--url', 'shifts.contoso.com', ...ID_OK], 'is no address'],
    ['a path', ['--url', 'https://shifts.contoso.com/tab', ...ID_OK], 'without a path'],
    ['a query', ['--url', 'https://shifts.contoso.com?a=b', ...ID_OK], 'without a path'],
    ['an empty query', ['--url', 'https://shifts.contoso.com/?', ...ID_OK], 'without a path'],
    ['a fragment', ['--url', 'https://shifts.contoso.com#a', ...ID_OK], 'without a path'],
    ['a password', ['--url', 'https://a:b@shifts.contoso.com', ...ID_OK], 'name or a password'],
    ['a wildcard', ['--url', 'https://*.contoso.com', ...ID_OK], 'must name one host'],
    ['a bad client id', [...URL_OK, '--client-id', '6d0f3a5e'], '--client-id 6d0f3a5e is no GUID'],
    ['nobody’s client id', [...URL_OK, '--client-id', '00000000-0000-0000-0000-000000000000'], 'is no GUID'],
    ['a client id in braces', [...URL_OK, '--client-id', `{${GUID}}`], 'is no GUID'],
    ['a bad app id', [...URL_OK, ...ID_OK, '--app-id', 'x'], '--app-id x is no GUID'],
    ['the twin’s id as app id', [...URL_OK, ...ID_OK, '--app-id', product.addInId], 'the app needs one of its own'],
    ['an unknown option', [...URL_OK, ...ID_OK, '--colour', 'red'], "Unknown option '--colour'"],
    ['a stray word', [...URL_OK, ...ID_OK, 'please'], 'Unexpected argument'],
  ])('refuses %s', (_name, args, sentence) => {
    const { problems, options } = readPackageOptions(args);
    expect(options).toBeUndefined();
    expect(problems[0]).toContain(sentence);
  });

  it('says everything that is wrong at once', () => {
    const { problems } = readPackageOptions(['--url', 'http://a.example', '--client-id', 'x', '--app-id', 'y']);
    expect(problems).toHaveLength(3);
  });

  it('takes an origin with a slash at its end, a port, and an app id of one’s own', () => {
    const args = ['--url', 'https://shifts.contoso.com:8443/', ...ID_OK, '--app-id', GUID, '--out', '/somewhere'];
    expect(readPackageOptions(args)).toEqual({
      problems: [],
      options: {
        url: 'https://shifts.contoso.com:8443/',
        clientId: '6d0f3a5e-1111-4222-8333-944445555666',
        appId: GUID,
        out: '/somewhere',
      },
    });
  });

  it('gives another app another twin, always the same', () => {
    expect(deriveAddInId(GUID)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(deriveAddInId(GUID)).toBe(deriveAddInId(GUID));
    expect(deriveAddInId(GUID)).not.toBe(deriveAddInId(product.appId));
  });
});
