/** What a plain browser shows first where Microsoft does not know the person already. */
import type { ReactNode } from 'react';
import { SignInCard } from '../../ui/account/sign-in-card.tsx';
import type { SignInScreenProps } from '../screens.ts';
import { useSignIn } from './use-sign-in.ts';

/** Not being signed in yet is no failure worth a sentence. */
export function SignInScreen({ account, because }: SignInScreenProps): ReactNode {
  const { state, signIn } = useSignIn(account);
  const isNew = because.code === 'interaction_required' && account.readName() === undefined;
  return (
    <SignInCard
      state={state}
      because={isNew ? undefined : because}
      onSignIn={() => signIn()}
      onOther={() => signIn({ other: true })}
    />
  );
}
