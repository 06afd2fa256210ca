/** Decides which of our languages a host's locale gets, and in which locale its dates and numbers are written. */

export const CATALOGUES = ['en', 'nl', 'de', 'fr', 'es', 'ar'] as const;
export type Catalogue = (typeof CATALOGUES)[number];

export interface ChosenLocale {
  readonly catalogue: Catalogue;
  /** For Intl: the host's own locale where we speak its language, otherwise plain English. */
  readonly formats: string;
  readonly direction: 'ltr' | 'rtl';
}

function toLocale(text: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(text.replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}

/** Host locale, then its language, then English; a locale that nobody can read (empty, garbage) is English too. */
export function chooseLocale(hostLocale: string): ChosenLocale {
  const locale = toLocale(hostLocale);
  const catalogue = CATALOGUES.find((name) => name === locale?.language) ?? 'en';
  return {
    catalogue,
    formats: locale?.language === catalogue ? locale.baseName : 'en',
    direction: catalogue === 'ar' ? 'rtl' : 'ltr',
  };
}
