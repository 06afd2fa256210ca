/** The screens that are fetched when first opened, each with the words it needs. */
import type { LoadScreen } from './lazy-screen.tsx';
import type {
  AdminScreenProps,
  BookingsScreenProps,
  BookScreenProps,
  FixScreenProps,
  GoodbyeScreenProps,
  PlanScreenProps,
  ProfileScreenProps,
  ResumeScreenProps,
  RoomNowScreenProps,
  WhoIsInScreenProps,
  WelcomeScreenProps,
} from './screens.ts';
import type { EventPeopleProps } from './colleagues/event-people.tsx';
import type { NextDetailsProps } from './colleagues/next-details.tsx';
import type { AgendaChoicesProps } from '../ui/grid/agenda-choices.tsx';
import type { GridScreenProps } from './grid/grid-screen.tsx';
import type { ReleaseNoticesProps } from './bookings/release-notices.tsx';
import { withWords } from './with-words.ts';

export const loadBookScreen: LoadScreen<BookScreenProps> = async (words) => {
  const screen = import(/* webpackChunkName: "book" */ './book/book-screen.tsx');
  return (await withWords(words, 'colleagues', withWords(words, 'series', withWords(words, 'booking', screen))))
    .BookScreen;
};

export const loadPlanScreen: LoadScreen<PlanScreenProps> = async (words) => {
  const screen = withWords(words, 'planning', import(/* webpackChunkName: "planning" */ './planning/plan-screen.tsx'));
  return (await withWords(words, 'colleagues', withWords(words, 'booking', screen))).PlanScreen;
};

export const loadRoomNowScreen: LoadScreen<RoomNowScreenProps> = async (words) =>
  (await withWords(words, 'booking', import(/* webpackChunkName: "book" */ './book/room-now-screen.tsx')))
    .RoomNowScreen;

export const loadBookingsScreen: LoadScreen<BookingsScreenProps> = async (words) => {
  const screen = withWords(
    words,
    'bookings',
    import(/* webpackChunkName: "bookings" */ './bookings/bookings-screen.tsx'),
  );
  return (await withWords(words, 'booking', screen)).BookingsScreen;
};

export const loadGridScreen: LoadScreen<GridScreenProps> = async (words) =>
  (await withWords(words, 'grid', import(/* webpackChunkName: "grid" */ './grid/grid-screen.tsx'))).GridScreen;

export const loadChoices: LoadScreen<AgendaChoicesProps> = async (words) =>
  (await withWords(words, 'grid', import(/* webpackChunkName: "grid" */ '../ui/grid/agenda-choices.tsx')))
    .AgendaChoicesCard;

export const loadFixScreen: LoadScreen<FixScreenProps> = async (words) => {
  const screen = withWords(words, 'fix', import(/* webpackChunkName: "fix" */ './fix/fix-screen.tsx'));
  const answers = withWords(words, 'colleagues', screen);
  return (await withWords(words, 'booking', withWords(words, 'bookings', answers))).FixScreen;
};

export const loadWhoIsInScreen: LoadScreen<WhoIsInScreenProps> = async (words) =>
  (
    await withWords(
      words,
      'colleagues',
      import(/* webpackChunkName: "who-is-in" */ './colleagues/who-is-in-screen.tsx'),
    )
  ).WhoIsInScreen;

export const loadEventPeople: LoadScreen<EventPeopleProps> = async (words) =>
  (await withWords(words, 'colleagues', import(/* webpackChunkName: "event-people" */ './colleagues/event-people.tsx')))
    .EventPeople;

export const loadNextDetails: LoadScreen<NextDetailsProps> = async (words) =>
  (await withWords(words, 'colleagues', import(/* webpackChunkName: "next-details" */ './colleagues/next-details.tsx')))
    .NextDetails;

export const loadReleaseNotices: LoadScreen<ReleaseNoticesProps> = async (words) => {
  const notices = import(/* webpackChunkName: "bookings" */ './bookings/release-notices.tsx');
  return (await withWords(words, 'booking', withWords(words, 'bookings', notices))).ReleaseNotices;
};

export const loadResumeScreen: LoadScreen<ResumeScreenProps> = async (words) =>
  (await withWords(words, 'booking', import(/* webpackChunkName: "resume" */ './book/resume-screen.tsx'))).ResumeScreen;

export const loadProfileScreen: LoadScreen<ProfileScreenProps> = async (words) =>
  (await withWords(words, 'profile', import(/* webpackChunkName: "profile" */ './profile/profile-screen.tsx')))
    .ProfileScreen;

export const loadGoodbyeScreen: LoadScreen<GoodbyeScreenProps> = async (words) =>
  (await withWords(words, 'profile', import(/* webpackChunkName: "profile" */ './profile/goodbye-screen.tsx')))
    .GoodbyeScreen;

export const loadWelcomeScreen: LoadScreen<WelcomeScreenProps> = async (words) =>
  (await withWords(words, 'profile', import(/* webpackChunkName: "welcome" */ './welcome/welcome-screen.tsx')))
    .WelcomeScreen;

export const loadAdminScreen: LoadScreen<AdminScreenProps> = async (words) =>
  (await withWords(words, 'admin', import(/* webpackChunkName: "admin" */ './admin/admin-screen.tsx'))).AdminScreen;
