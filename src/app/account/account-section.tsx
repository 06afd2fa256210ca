/** The account of the profile, where the page itself signs the person in. */
import type { ReactNode } from 'react';
import { AccountCard } from '../../ui/account/account-card.tsx';
import type { AccountScreenProps } from '../screens.ts';
import { useSignIn } from './use-sign-in.ts';

export function AccountSection({ account, isUnderDoor }: AccountScreenProps): ReactNode {
  const { state, signIn } = useSignIn(account);
  return (
    <AccountCard
      state={state}
      isUnderDoor={isUnderDoor}
      name={account.readName()}
      onOther={() => signIn({ other: true })}
      onSignOut={account.signOut}
    />
  );
}
