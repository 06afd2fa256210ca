/** Fetches the messages of one language: those of the first screen in one piece, the others with their screens. */
import type { Messages } from '@lingui/core';
import type { Catalogue } from './locale.ts';

interface JsonModule {
  readonly default: Messages;
}
type Load = () => Promise<JsonModule>;
interface CatalogueLoads {
  readonly account: Load;
  readonly admin: Load;
  readonly shell: Load;
  readonly agenda: Load;
  readonly booking: Load;
  readonly colleagues: Load;
  readonly bookings: Load;
  readonly fix: Load;
  readonly grid: Load;
  readonly help: Load;
  readonly ledger: Load;
  readonly pane: Load;
  readonly planning: Load;
  readonly profile: Load;
  readonly series: Load;
}

// spelled out, not built from a template: shell and agenda of one language share one chunk, and so one request
const LOADS: Readonly<Record<Catalogue, CatalogueLoads>> = {
  en: {
    account: () => import(/* webpackChunkName: "words-en-account" */ './en/account.json'),
    admin: () => import(/* webpackChunkName: "words-en-admin" */ './en/admin.json'),
    shell: () => import(/* webpackChunkName: "words-en" */ './en/shell.json'),
    agenda: () => import(/* webpackChunkName: "words-en" */ './en/agenda.json'),
    booking: () => import(/* webpackChunkName: "words-en-booking" */ './en/booking.json'),
    bookings: () => import(/* webpackChunkName: "words-en-bookings" */ './en/bookings.json'),
    fix: () => import(/* webpackChunkName: "words-en-fix" */ './en/fix.json'),
    grid: () => import(/* webpackChunkName: "words-en-grid" */ './en/grid.json'),
    help: () => import(/* webpackChunkName: "words-en-help" */ './en/help.json'),
    ledger: () => import(/* webpackChunkName: "words-en-ledger" */ './en/ledger.json'),
    colleagues: () => import(/* webpackChunkName: "words-en-colleagues" */ './en/colleagues.json'),
    pane: () => import(/* webpackChunkName: "words-en-pane" */ './en/pane.json'),
    planning: () => import(/* webpackChunkName: "words-en-planning" */ './en/planning.json'),
    profile: () => import(/* webpackChunkName: "words-en-profile" */ './en/profile.json'),
    series: () => import(/* webpackChunkName: \"words-en-booking\" */ './en/series.json'),
  },
  nl: {
    account: () => import(/* webpackChunkName: "words-nl-account" */ './nl/account.json'),
    admin: () => import(/* webpackChunkName: "words-nl-admin" */ './nl/admin.json'),
    shell: () => import(/* webpackChunkName: "words-nl" */ './nl/shell.json'),
    agenda: () => import(/* webpackChunkName: "words-nl" */ './nl/agenda.json'),
    booking: () => import(/* webpackChunkName: "words-nl-booking" */ './nl/booking.json'),
    bookings: () => import(/* webpackChunkName: "words-nl-bookings" */ './nl/bookings.json'),
    fix: () => import(/* webpackChunkName: "words-nl-fix" */ './nl/fix.json'),
    grid: () => import(/* webpackChunkName: "words-nl-grid" */ './nl/grid.json'),
    help: () => import(/* webpackChunkName: "words-nl-help" */ './nl/help.json'),
    ledger: () => import(/* webpackChunkName: "words-nl-ledger" */ './nl/ledger.json'),
    colleagues: () => import(/* webpackChunkName: "words-nl-colleagues" */ './nl/colleagues.json'),
    pane: () => import(/* webpackChunkName: "words-nl-pane" */ './nl/pane.json'),
    planning: () => import(/* webpackChunkName: "words-nl-planning" */ './nl/planning.json'),
    profile: () => import(/* webpackChunkName: "words-nl-profile" */ './nl/profile.json'),
    series: () => import(/* webpackChunkName: \"words-nl-booking\" */ './nl/series.json'),
  },
  de: {
    account: () => import(/* webpackChunkName: "words-de-account" */ './de/account.json'),
    admin: () => import(/* webpackChunkName: "words-de-admin" */ './de/admin.json'),
    shell: () => import(/* webpackChunkName: "words-de" */ './de/shell.json'),
    agenda: () => import(/* webpackChunkName: "words-de" */ './de/agenda.json'),
    booking: () => import(/* webpackChunkName: "words-de-booking" */ './de/booking.json'),
    bookings: () => import(/* webpackChunkName: "words-de-bookings" */ './de/bookings.json'),
    fix: () => import(/* webpackChunkName: "words-de-fix" */ './de/fix.json'),
    grid: () => import(/* webpackChunkName: "words-de-grid" */ './de/grid.json'),
    help: () => import(/* webpackChunkName: "words-de-help" */ './de/help.json'),
    ledger: () => import(/* webpackChunkName: "words-de-ledger" */ './de/ledger.json'),
    colleagues: () => import(/* webpackChunkName: "words-de-colleagues" */ './de/colleagues.json'),
    pane: () => import(/* webpackChunkName: "words-de-pane" */ './de/pane.json'),
    planning: () => import(/* webpackChunkName: "words-de-planning" */ './de/planning.json'),
    profile: () => import(/* webpackChunkName: "words-de-profile" */ './de/profile.json'),
    series: () => import(/* webpackChunkName: \"words-de-booking\" */ './de/series.json'),
  },
  fr: {
    account: () => import(/* webpackChunkName: "words-fr-account" */ './fr/account.json'),
    admin: () => import(/* webpackChunkName: "words-fr-admin" */ './fr/admin.json'),
    shell: () => import(/* webpackChunkName: "words-fr" */ './fr/shell.json'),
    agenda: () => import(/* webpackChunkName: "words-fr" */ './fr/agenda.json'),
    booking: () => import(/* webpackChunkName: "words-fr-booking" */ './fr/booking.json'),
    bookings: () => import(/* webpackChunkName: "words-fr-bookings" */ './fr/bookings.json'),
    fix: () => import(/* webpackChunkName: "words-fr-fix" */ './fr/fix.json'),
    grid: () => import(/* webpackChunkName: "words-fr-grid" */ './fr/grid.json'),
    help: () => import(/* webpackChunkName: "words-fr-help" */ './fr/help.json'),
    ledger: () => import(/* webpackChunkName: "words-fr-ledger" */ './fr/ledger.json'),
    colleagues: () => import(/* webpackChunkName: "words-fr-colleagues" */ './fr/colleagues.json'),
    pane: () => import(/* webpackChunkName: "words-fr-pane" */ './fr/pane.json'),
    planning: () => import(/* webpackChunkName: "words-fr-planning" */ './fr/planning.json'),
    profile: () => import(/* webpackChunkName: "words-fr-profile" */ './fr/profile.json'),
    series: () => import(/* webpackChunkName: \"words-fr-booking\" */ './fr/series.json'),
  },
  es: {
    account: () => import(/* webpackChunkName: "words-es-account" */ './es/account.json'),
    admin: () => import(/* webpackChunkName: "words-es-admin" */ './es/admin.json'),
    shell: () => import(/* webpackChunkName: "words-es" */ './es/shell.json'),
    agenda: () => import(/* webpackChunkName: "words-es" */ './es/agenda.json'),
    booking: () => import(/* webpackChunkName: "words-es-booking" */ './es/booking.json'),
    bookings: () => import(/* webpackChunkName: "words-es-bookings" */ './es/bookings.json'),
    fix: () => import(/* webpackChunkName: "words-es-fix" */ './es/fix.json'),
    grid: () => import(/* webpackChunkName: "words-es-grid" */ './es/grid.json'),
    help: () => import(/* webpackChunkName: "words-es-help" */ './es/help.json'),
    ledger: () => import(/* webpackChunkName: "words-es-ledger" */ './es/ledger.json'),
    colleagues: () => import(/* webpackChunkName: "words-es-colleagues" */ './es/colleagues.json'),
    pane: () => import(/* webpackChunkName: "words-es-pane" */ './es/pane.json'),
    planning: () => import(/* webpackChunkName: "words-es-planning" */ './es/planning.json'),
    profile: () => import(/* webpackChunkName: "words-es-profile" */ './es/profile.json'),
    series: () => import(/* webpackChunkName: \"words-es-booking\" */ './es/series.json'),
  },
  ar: {
    account: () => import(/* webpackChunkName: "words-ar-account" */ './ar/account.json'),
    admin: () => import(/* webpackChunkName: "words-ar-admin" */ './ar/admin.json'),
    shell: () => import(/* webpackChunkName: "words-ar" */ './ar/shell.json'),
    agenda: () => import(/* webpackChunkName: "words-ar" */ './ar/agenda.json'),
    booking: () => import(/* webpackChunkName: "words-ar-booking" */ './ar/booking.json'),
    bookings: () => import(/* webpackChunkName: "words-ar-bookings" */ './ar/bookings.json'),
    fix: () => import(/* webpackChunkName: "words-ar-fix" */ './ar/fix.json'),
    grid: () => import(/* webpackChunkName: "words-ar-grid" */ './ar/grid.json'),
    help: () => import(/* webpackChunkName: "words-ar-help" */ './ar/help.json'),
    ledger: () => import(/* webpackChunkName: "words-ar-ledger" */ './ar/ledger.json'),
    colleagues: () => import(/* webpackChunkName: "words-ar-colleagues" */ './ar/colleagues.json'),
    pane: () => import(/* webpackChunkName: "words-ar-pane" */ './ar/pane.json'),
    planning: () => import(/* webpackChunkName: "words-ar-planning" */ './ar/planning.json'),
    profile: () => import(/* webpackChunkName: "words-ar-profile" */ './ar/profile.json'),
    series: () => import(/* webpackChunkName: \"words-ar-booking\" */ './ar/series.json'),
  },
};

export type LazyWordArea =
  | 'account'
  | 'help'
  | 'admin'
  | 'booking'
  | 'bookings'
  | 'colleagues'
  | 'fix'
  | 'grid'
  | 'ledger'
  | 'pane'
  | 'planning'
  | 'profile'
  | 'series';

/** The messages of the shell and the agenda. */
export async function loadFirstWords(catalogue: Catalogue): Promise<Messages> {
  const loads = LOADS[catalogue];
  const [shell, agenda] = await Promise.all([loads.shell(), loads.agenda()]);
  return { ...shell.default, ...agenda.default };
}

/** The messages of a screen that is opened later. */
export async function loadMoreWords(catalogue: Catalogue, area: LazyWordArea): Promise<Messages> {
  return (await LOADS[catalogue][area]()).default;
}
