import { chooseLocale } from '../../../src/ui/words/locale.ts';

describe('chooseLocale', () => {
  it.each([
    ['nl-NL', 'nl', 'nl-NL', 'ltr'],
    ['nl-be', 'nl', 'nl-BE', 'ltr'],
    ['de', 'de', 'de', 'ltr'],
    ['ar-EG', 'ar', 'ar-EG', 'rtl'],
    ['en_GB', 'en', 'en-GB', 'ltr'],
    ['ja-JP', 'en', 'en', 'ltr'],
    ['', 'en', 'en', 'ltr'],
    ['not a locale', 'en', 'en', 'ltr'],
  ])('%s gets the words of %s and the formats of %s', (host, catalogue, formats, direction) => {
    expect(chooseLocale(host)).toEqual({ catalogue, formats, direction });
  });
});
