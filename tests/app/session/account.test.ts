import { createAccount } from '../../../src/app/session/account.ts';

function openAccount(tokens: readonly string[]) {
  const done: string[] = [];
  const left = [...tokens];
  let onSignedOut = (): void => undefined;
  const account = createAccount({
    ownSignIn: {
      readName: () => 'ana@contoso.example',
      signOut: () => done.push('drop tokens'),
      onSignedOut: (listener) => (onSignedOut = listener),
      endSession: () => done.push('leave for Microsoft'),
    },
    signIn: () => {
      const token = left.shift();
      return token === undefined ? Promise.reject(new Error('declined')) : Promise.resolve(token);
    },
    isStill: (token) => token === 'ana',
    forget: () => done.push('forget'),
    restart: () => done.push('open the door'),
  });
  return { account, done, signOutElsewhere: () => onSignedOut() };
}

describe('createAccount', () => {
  it('begins from nothing when another account came in', async () => {
    const { account, done } = openAccount(['ben']);
    await account.signIn({ other: true });
    expect(done).toEqual(['forget', 'open the door']);
  });

  it('changes nothing where the same account was chosen, or none', async () => {
    const { account, done } = openAccount(['ana']);
    await account.signIn({ other: true });
    await expect(account.signIn({ other: true })).rejects.toThrow('declined');
    expect(done).toEqual([]);
  });

  it('clears the page before it leaves for Microsoft’s own sign-out', () => {
    const { account, done } = openAccount([]);
    account.signOut();
    expect(done).toEqual(['drop tokens', 'forget', 'open the door', 'leave for Microsoft']);
  });

  it('clears the page when the person signed out in another window', () => {
    const { done, signOutElsewhere } = openAccount([]);
    signOutElsewhere();
    expect(done).toEqual(['forget', 'open the door']);
  });
});
