import { createFaults, type Fault, type FaultOrder } from '../../../emulator/control/faults.ts';

const toFault = (
  path: string,
  answer: Partial<FaultOrder> = {},
  more: { method?: string; times?: number } = {},
): Fault => ({
  match: { path, ...(more.method === undefined ? {} : { method: more.method }) },
  answer: { status: 503, ...answer },
  times: more.times ?? 1,
});

describe('createFaults', () => {
  it.each([
    ['the exact pathname', '/v1.0/me/events', '/v1.0/me/events', true],
    ['a pathname spelled with escapes', '/v1.0/$batch', '/v1.0/%24batch', true],
    ['a longer pathname', '/v1.0/me/events', '/v1.0/me/events/1', false],
    ['any one segment', '/v1.0/me/events/*', '/v1.0/me/events/AAMk%2F%3D', true],
    ['no segment where one is asked for', '/v1.0/me/events/*', '/v1.0/me/events', false],
    ['two segments where one is asked for', '/v1.0/me/*', '/v1.0/me/events/1', false],
    ["Entra's paths", '/*/oauth2/v2.0/token', '/common/oauth2/v2.0/token', true],
  ])('matches %s [E2]', (_name, pattern, pathname, expected) => {
    const faults = createFaults();
    faults.add([toFault(pattern)]);
    expect(faults.find('GET', pathname) !== undefined).toBe(expected);
  });

  it('matches the method in any case, and any method where none is told [E2]', () => {
    const faults = createFaults();
    faults.add([toFault('/v1.0/me', {}, { method: 'post' })]);
    expect(faults.find('GET', '/v1.0/me')).toBeUndefined();
    expect(faults.find('POST', '/v1.0/me')).toBeDefined();
  });

  it('is not spent on a preflight [E2]', () => {
    const faults = createFaults();
    faults.add([toFault('/v1.0/me')]);
    expect(faults.find('OPTIONS', '/v1.0/me')).toBeUndefined();
    expect(faults.list()).toHaveLength(1);
  });

  it('is used as often as told, the first that was ordered first, and says what is left [E2]', () => {
    const faults = createFaults();
    faults.add([toFault('/v1.0/me', { status: 500 }, { times: 2 }), toFault('/v1.0/me', { status: 502 })]);
    expect(faults.find('GET', '/v1.0/me')?.status).toBe(500);
    expect(faults.list().map((fault) => fault.times)).toEqual([1, 1]);
    expect(faults.find('GET', '/v1.0/me')?.status).toBe(500);
    expect(faults.find('GET', '/v1.0/me')?.status).toBe(502);
    expect(faults.find('GET', '/v1.0/me')).toBeUndefined();
  });

  it("answers with Graph's error where no body was told, and with headers exactly as told [E2]", () => {
    const faults = createFaults();
    faults.add([
      toFault('/v1.0/me', { status: 429 }),
      toFault('/v1.0/me', { status: 429, headers: { 'Retry-After': '2' } }),
    ]);
    const bare = faults.find('GET', '/v1.0/me');
    expect(bare).toMatchObject({ headers: {}, body: { error: { code: 'TooManyRequests' } }, faulted: true });
    expect(faults.find('GET', '/v1.0/me')?.headers).toEqual({ 'Retry-After': '2' });
  });

  it('is gone when cleared [E2]', () => {
    const faults = createFaults();
    faults.add([toFault('/v1.0/me')]);
    faults.clear();
    expect(faults.find('GET', '/v1.0/me')).toBeUndefined();
  });
});
