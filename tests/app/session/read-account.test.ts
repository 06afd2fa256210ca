import { readAccount } from '../../../src/app/session/read-account.ts';

const toToken = (claims: object): string => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;

describe('readAccount', () => {
  it('names tenant and object id in one spelling', () => {
    expect(readAccount(toToken({ oid: 'ME', tid: 'Tenant', name: 'Zoë?>' }))).toBe('tenant/me');
  });

  it.each(['', 'opaque', 'a.b.c', 'h.e30.s', `h.${Buffer.from('"x"').toString('base64url')}.s`])(
    'says nothing of %j',
    (token) => {
      expect(readAccount(token)).toBeUndefined();
    },
  );
});
