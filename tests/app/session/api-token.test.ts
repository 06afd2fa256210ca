import { type ApiTokenNeed, createApiToken } from '../../../src/app/session/api-token.ts';
import { Failure, type FailureCode } from '../../../src/domain/failure.ts';

/** A host that gives no token without its window, and counts how often that is shown. */
function createHost(code: FailureCode | undefined, onWindow: () => Promise<string> = () => Promise.resolve('agreed')) {
  const asked: ApiTokenNeed[] = [];
  let missing = code;
  const token = createApiToken(async (need) => {
    asked.push(need);
    if (need.withWindow) {
      const given = await onWindow();
      missing = undefined;
      return given;
    }
    if (missing !== undefined) throw new Failure(missing);
    return 'silent';
  });
  return { token, asked, windows: () => asked.filter(({ withWindow }) => withWindow).length };
}

describe('createApiToken', () => {
  it('asks silently, each time anew', async () => {
    const { token, asked } = createHost(undefined);
    expect([await token.get({}), await token.get({ fresh: true })]).toEqual(['silent', 'silent']);
    expect(asked).toEqual([{}, { fresh: true }]);
  });

  it.each(['consent_required', 'interaction_required'] as const)(
    'shows one window for %s as the page opens, however many calls wait for it',
    async (code) => {
      const { token, windows } = createHost(code);
      expect(await Promise.all([token.get({}), token.get({}), token.get({})])).toEqual(['agreed', 'agreed', 'agreed']);
      expect(windows()).toBe(1);
    },
  );

  it('F02 B09 never asks again by itself after a window was closed, only when the person does', async () => {
    const { token, windows } = createHost('consent_required', () => Promise.reject(new Failure('sign_in_cancelled')));
    await expect(token.get({})).rejects.toMatchObject({ code: 'sign_in_cancelled' });
    for (let minute = 0; minute < 60; minute += 1)
      await expect(token.get({})).rejects.toMatchObject({ code: 'consent_required' });
    expect(windows()).toBe(1);
    token.allowWindow();
    await expect(token.get({})).rejects.toMatchObject({ code: 'sign_in_cancelled' });
    await expect(token.get({})).rejects.toMatchObject({ code: 'consent_required' });
    expect(windows()).toBe(2);
  });

  it('B09 keeps a challenge that came at a bad moment until the person asks', async () => {
    const { token, asked } = createHost(undefined);
    await token.get({});
    await token.get({ claims: '{"first":1}' });
    expect(asked.at(-1)).toEqual({ claims: '{"first":1}', withWindow: true });
    await token.get({ claims: '{"second":1}' });
    expect(asked.at(-1)).toEqual({ claims: '{"second":1}' });
    token.allowWindow();
    await token.get({});
    expect(asked.at(-1)).toEqual({ claims: '{"second":1}', withWindow: true });
    await token.get({});
    expect(asked.at(-1)).toEqual({});
  });

  it('shows no window for the network’s weather', async () => {
    const { token, windows } = createHost('offline');
    await expect(token.get({})).rejects.toMatchObject({ code: 'offline' });
    expect(windows()).toBe(0);
  });

  it('opens no window by itself in a plain browser, and at once when the person asks', async () => {
    const asked: ApiTokenNeed[] = [];
    const token = createApiToken((need) => {
      asked.push(need);
      return need.withWindow === true ? Promise.resolve('token') : Promise.reject(new Failure('interaction_required'));
    }, false);
    await expect(token.get({})).rejects.toMatchObject({ code: 'interaction_required' });
    token.allowWindow();
    await expect(token.get({ claims: '{"a":1}' })).rejects.toMatchObject({ code: 'interaction_required' });
    asked.length = 0;
    expect(await token.signIn()).toBe('token');
    // the challenge is answered along with it, and another account owes none
    expect(asked).toEqual([{ claims: '{"a":1}', withWindow: true }]);
    await token.signIn({ other: true });
    expect(asked[1]).toEqual({ withWindow: true, other: true });
  });
});
