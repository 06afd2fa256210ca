/** Knows on which day a week begins, by the host's locale. */

interface WeekInfo {
  readonly firstDay?: unknown;
}
interface LocaleWithWeek {
  readonly getWeekInfo?: () => WeekInfo;
  readonly weekInfo?: WeekInfo;
}

/** Regions whose weeks do not begin on Monday (Unicode CLDR: weekData), for browsers that can't tell. */
const SUNDAY = new Set('US CA MX BR JP KR TW HK IL IN ZA CO PE VE PH SG TH ID SA YE MA'.split(' '));
const SATURDAY = new Set('EG AE BH DZ IQ IR JO KW LY OM QA SD SY AF'.split(' '));

/** 1 Monday … 7 Sunday. A locale that nobody can read begins on Monday, as ISO 8601 has it. */
export function findWeekStart(name: string): number {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(name);
  } catch {
    return 1;
  }
  const told: LocaleWithWeek = locale as LocaleWithWeek;
  const firstDay = (told.getWeekInfo?.() ?? told.weekInfo)?.firstDay;
  if (typeof firstDay === 'number' && Number.isInteger(firstDay) && firstDay >= 1 && firstDay <= 7) return firstDay;
  const region = locale.maximize().region ?? '';
  return SUNDAY.has(region) ? 7 : SATURDAY.has(region) ? 6 : 1;
}

/** The day on which the week of `date` begins. */
export function toWeekStart(date: Temporal.PlainDate, firstDay: number): Temporal.PlainDate {
  return date.subtract({ days: (date.dayOfWeek - firstDay + 7) % 7 });
}
