/** Fetches the screens of signing in and out, which only a page without a host needs; apart, for the profile shows one too. */
import type { LoadScreen } from './lazy-screen.tsx';
import type { AccountScreenProps, SignInScreenProps } from './screens.ts';
import { withWords } from './with-words.ts';

export const loadSignInScreen: LoadScreen<SignInScreenProps> = async (words) =>
  (await withWords(words, 'account', import(/* webpackChunkName: "account" */ './account/sign-in-screen.tsx')))
    .SignInScreen;

export const loadAccountSection: LoadScreen<AccountScreenProps> = async (words) =>
  (await withWords(words, 'account', import(/* webpackChunkName: "account" */ './account/account-section.tsx')))
    .AccountSection;
