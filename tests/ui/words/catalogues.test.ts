import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { CATALOGUES } from '../../../src/ui/words/locale.ts';

const AREAS = readdirSync('src/ui/words/en').map((name) => name.replace('.json', ''));
const OTHERS = CATALOGUES.filter((name) => name !== 'en');
type Texts = Readonly<Record<string, string>>;

const read = (catalogue: string, area: string): Texts =>
  JSON.parse(readFileSync(join('src/ui/words', catalogue, `${area}.json`), 'utf8')) as Texts;

/** Names of what is filled in, wherever it stands in the message. */
function listPlaceholders(tokens: unknown): readonly string[] {
  if (!Array.isArray(tokens)) return [];
  return tokens.flatMap((token: unknown) => {
    if (!Array.isArray(token)) return [];
    const [name, , cases] = token as [string, string?, Record<string, unknown>?];
    return [name, ...(typeof cases === 'object' ? Object.values(cases).flatMap(listPlaceholders) : [])];
  });
}
const toPlaceholders = (text: string): readonly string[] =>
  [...new Set(listPlaceholders(compileMessageOrThrow(text)))].sort();

/** Plural categories of each plural in a message. */
function listPlurals(tokens: unknown): readonly (readonly string[])[] {
  if (!Array.isArray(tokens)) return [];
  return tokens.flatMap((token: unknown) => {
    if (!Array.isArray(token)) return [];
    const [, kind, cases] = token as [string, string?, Record<string, unknown>?];
    if (kind !== 'plural' || cases === undefined) return [];
    return [Object.keys(cases).filter((key) => key !== 'offset')];
  });
}

describe.each(AREAS)('the messages of %s', (area) => {
  const english = read('en', area);

  it.each(OTHERS)('are the same ones in %s', (catalogue) => {
    expect(Object.keys(read(catalogue, area)).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(OTHERS)('are filled in with the same values in %s', (catalogue) => {
    const texts = read(catalogue, area);
    const differing = Object.keys(english).filter(
      (key) => toPlaceholders(texts[key] ?? '').join() !== toPlaceholders(english[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it.each(CATALOGUES)('know every plural of %s', (catalogue) => {
    const needed = new Intl.PluralRules(catalogue).resolvedOptions().pluralCategories;
    const lacking = Object.entries(read(catalogue, area)).filter(([, text]) =>
      listPlurals(compileMessageOrThrow(text)).some(
        // a language's forms for millions and fractions fall to "other"
        (cases) => needed.some((form) => !cases.includes(form) && !(form === 'many' && catalogue !== 'ar')),
      ),
    );
    expect(lacking.map(([key]) => key)).toEqual([]);
  });
});

describe('the catalogues', () => {
  it.each(OTHERS)('say no more than one message in twenty in English where they speak %s', (catalogue) => {
    const pairs = AREAS.flatMap((area) => {
      const texts = read(catalogue, area);
      return Object.entries(read('en', area)).map(([key, text]) => ({ key, same: texts[key] === text }));
    });
    const same = pairs.filter((pair) => pair.same);
    expect({ allowed: true, same: same.map(({ key }) => key) }).toEqual({
      allowed: same.length <= pairs.length / 20,
      same: same.map(({ key }) => key),
    });
  });

  it('hold no key in two areas', () => {
    const keys = AREAS.flatMap((area) => Object.keys(read('en', area)));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

/** The other form of address, of which a language has two: a page that mixes them reads as if two people had written it. */
const OTHER_ADDRESS: Readonly<Record<string, RegExp>> = {
  nl: /(?<![\p{L}])(u|uw|uzelf)(?![\p{L}])/iu,
  de: /(?<![\p{L}])(du|dir|dich|dein\p{L}*)(?![\p{L}])/iu,
  fr: /(?<![\p{L}])(tu|ton|tes|toi)(?![\p{L}])/iu,
  es: /(?<![\p{L}])(tú|tu|tus|ti|contigo)(?![\p{L}])/iu,
};

it.each(Object.entries(OTHER_ADDRESS))('people are addressed in one way in %s', (catalogue, other) => {
  const texts = AREAS.flatMap((area) => Object.entries(read(catalogue, area)));
  expect(texts.filter(([, text]) => other.test(text)).map(([key]) => key)).toEqual([]);
});
