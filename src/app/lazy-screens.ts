/** The screens that are fetched when first opened, each with the words it needs. */
import { type LazyWordArea, loadMoreWords } from '../ui/words/load-words.ts';
import type { Words } from '../ui/words/create-words.ts';
import type { LoadScreen } from './lazy-screen.tsx';
import type { BookScreenProps, ProfileScreenProps, ResumeScreenProps, WelcomeScreenProps } from './screens.ts';

async function withWords<Screen>(words: Words, area: LazyWordArea, screen: Promise<Screen>): Promise<Screen> {
  const [loaded, messages] = await Promise.all([screen, loadMoreWords(words.locale.catalogue, area)]);
  words.add(messages);
  return loaded;
}

export const loadBookScreen: LoadScreen<BookScreenProps> = async (words) =>
  (await withWords(words, 'booking', import(/* webpackChunkName: "book" */ './book/book-screen.tsx'))).BookScreen;

export const loadResumeScreen: LoadScreen<ResumeScreenProps> = async (words) =>
  (await withWords(words, 'booking', import(/* webpackChunkName: "resume" */ './book/resume-screen.tsx'))).ResumeScreen;

export const loadProfileScreen: LoadScreen<ProfileScreenProps> = async (words) =>
  (await withWords(words, 'profile', import(/* webpackChunkName: "profile" */ './profile/profile-screen.tsx')))
    .ProfileScreen;

export const loadWelcomeScreen: LoadScreen<WelcomeScreenProps> = async (words) =>
  (await withWords(words, 'profile', import(/* webpackChunkName: "welcome" */ './welcome/welcome-screen.tsx')))
    .WelcomeScreen;
