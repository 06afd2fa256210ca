/** Fetches the messages of one language: those of the first screen in one piece, the others with their screens. */
import type { Messages } from '@lingui/core';
import type { Catalogue } from './locale.ts';

interface JsonModule {
  readonly default: Messages;
}
type Load = () => Promise<JsonModule>;
interface CatalogueLoads {
  readonly shell: Load;
  readonly agenda: Load;
  readonly booking: Load;
  readonly profile: Load;
}

// spelled out, not built from a template: shell and agenda of one language share one chunk, and so one request
const LOADS: Readonly<Record<Catalogue, CatalogueLoads>> = {
  en: {
    shell: () => import(/* webpackChunkName: "words-en" */ './en/shell.json'),
    agenda: () => import(/* webpackChunkName: "words-en" */ './en/agenda.json'),
    booking: () => import(/* webpackChunkName: "words-en-booking" */ './en/booking.json'),
    profile: () => import(/* webpackChunkName: "words-en-profile" */ './en/profile.json'),
  },
  nl: {
    shell: () => import(/* webpackChunkName: "words-nl" */ './nl/shell.json'),
    agenda: () => import(/* webpackChunkName: "words-nl" */ './nl/agenda.json'),
    booking: () => import(/* webpackChunkName: "words-nl-booking" */ './nl/booking.json'),
    profile: () => import(/* webpackChunkName: "words-nl-profile" */ './nl/profile.json'),
  },
  de: {
    shell: () => import(/* webpackChunkName: "words-de" */ './de/shell.json'),
    agenda: () => import(/* webpackChunkName: "words-de" */ './de/agenda.json'),
    booking: () => import(/* webpackChunkName: "words-de-booking" */ './de/booking.json'),
    profile: () => import(/* webpackChunkName: "words-de-profile" */ './de/profile.json'),
  },
  fr: {
    shell: () => import(/* webpackChunkName: "words-fr" */ './fr/shell.json'),
    agenda: () => import(/* webpackChunkName: "words-fr" */ './fr/agenda.json'),
    booking: () => import(/* webpackChunkName: "words-fr-booking" */ './fr/booking.json'),
    profile: () => import(/* webpackChunkName: "words-fr-profile" */ './fr/profile.json'),
  },
  es: {
    shell: () => import(/* webpackChunkName: "words-es" */ './es/shell.json'),
    agenda: () => import(/* webpackChunkName: "words-es" */ './es/agenda.json'),
    booking: () => import(/* webpackChunkName: "words-es-booking" */ './es/booking.json'),
    profile: () => import(/* webpackChunkName: "words-es-profile" */ './es/profile.json'),
  },
  ar: {
    shell: () => import(/* webpackChunkName: "words-ar" */ './ar/shell.json'),
    agenda: () => import(/* webpackChunkName: "words-ar" */ './ar/agenda.json'),
    booking: () => import(/* webpackChunkName: "words-ar-booking" */ './ar/booking.json'),
    profile: () => import(/* webpackChunkName: "words-ar-profile" */ './ar/profile.json'),
  },
};

export type LazyWordArea = 'booking' | 'profile';

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
