/** Reads the parameters of the host pages; what is wrong is said with what would be right. */
import { findPerson } from '../find-person.ts';
import type { Person, World } from '../world.ts';

type Device = 'web' | 'desktop' | 'mobile';
export type Theme = 'light' | 'dark' | 'contrast';

export interface HostParameters {
  readonly person: Person;
  readonly device: Device;
  readonly theme: Theme;
  readonly locale: string;
  /** Whether the host offers nested app authentication. */
  readonly nested: boolean;
  /** Page inside of the app that a deep link asks for. */
  readonly subPageId: string | undefined;
}

export type ParsedHostParameters =
  | { readonly ok: true; readonly parameters: HostParameters }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Teams calls its light theme `default`. */
const THEMES: Readonly<Record<string, Theme>> = {
  light: 'light',
  default: 'light',
  dark: 'dark',
  contrast: 'contrast',
};
const DEVICES: Readonly<Record<string, Device>> = { web: 'web', desktop: 'desktop', mobile: 'mobile' };
const SWITCH: Readonly<Record<string, boolean>> = { on: true, off: false };

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

function findLocale(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

export function parseHostParameters(world: World, query: URLSearchParams): ParsedHostParameters {
  const read = (name: string, usual: string): string => query.get(name) || usual;
  const person = findPerson(world, read('person', 'alex'));
  const device = own(DEVICES, read('device', 'web'));
  const theme = own(THEMES, read('theme', 'light'));
  const locale = findLocale(read('locale', 'en-US'));
  const nested = own(SWITCH, read('nested', 'on'));
  if (person && device && theme && locale && nested !== undefined) {
    const subPageId = query.get('subPageId') ?? undefined;
    return { ok: true, parameters: { person, device, theme, locale, nested, subPageId } };
  }
  const problems = [
    ...(person ? [] : [`person: nobody here is called '${read('person', '')}'`]),
    ...(device ? [] : ['device: web, desktop or mobile']),
    ...(theme ? [] : ['theme: light, dark or contrast']),
    ...(locale ? [] : ['locale: a language tag such as nl-NL']),
    ...(nested === undefined ? ['nested: on or off'] : []),
  ];
  return { ok: false, problems };
}
