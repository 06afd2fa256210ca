import type { NestedAuth, NestedRequest } from '../../src/auth/nested.ts';
import { createOutlookSignIn } from '../../src/auth/outlook-sign-in.ts';
import type { SsoNeed } from '../../src/auth/teams-sso.ts';
import { Failure } from '../../src/domain/failure.ts';

function createNested(usable: readonly boolean[], failure?: Failure) {
  const asked: NestedRequest[] = [];
  let looked = 0;
  const nested: NestedAuth = {
    isUsable: () => Promise.resolve(usable[Math.min(looked++, usable.length - 1)] ?? false),
    getToken: (request) => {
      asked.push(request);
      if (failure !== undefined) return Promise.reject(failure);
      return Promise.resolve({ token: 'nested', scopes: new Set<string>(), account: { objectId: '', tenantId: '' } });
    },
    forget: () => {},
  };
  return { nested, asked };
}

const signIn = (nested: NestedAuth | undefined, needs: SsoNeed[] = []) =>
  createOutlookSignIn({
    nested,
    apiScope: 'api://app/access_as_user',
    getOfficeToken: (need = {}) => {
      needs.push(need);
      return Promise.resolve('office');
    },
  });

describe('createOutlookSignIn', () => {
  it('F11 asks Office where nested app authentication is not offered', async () => {
    const needs: SsoNeed[] = [];
    expect(await signIn(undefined, needs)({ claims: '{}', withWindow: true, fresh: true })).toBe('office');
    expect(needs).toEqual([{ claims: '{}', withWindow: true }]);
  });

  it('asks the bridge for our own API where there is one, with the challenge and the window', async () => {
    const { nested, asked } = createNested([true]);
    expect(await signIn(nested)({ claims: '{}', withWindow: true })).toBe('nested');
    expect(asked).toEqual([{ scopes: ['api://app/access_as_user'], claims: '{}', withWindow: true }]);
  });

  it('F11 asks Office where the bridge does not answer, or goes away while it is asked', async () => {
    expect(await signIn(createNested([false]).nested)()).toBe('office');
    expect(await signIn(createNested([true, false], new Failure('sign_in_failed')).nested)()).toBe('office');
  });

  it('tells what the bridge refuses, and asks nobody else', async () => {
    const { nested } = createNested([true], new Failure('consent_required'));
    await expect(signIn(nested)()).rejects.toMatchObject({ code: 'consent_required' });
  });
});
