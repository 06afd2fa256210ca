import fc from 'fast-check';
import { toOfficeTheme } from '../../src/host/office-theme.ts';

describe('toOfficeTheme', () => {
  it.each([
    ['white', '#FFFFFF', '#212121', 'light'],
    ['Outlook’s light grey', '#F3F2F1', '#201F1E', 'light'],
    ['Outlook’s dark grey', '#292929', '#FFFFFF', 'dark'],
    ['Office’s black, which is softer than black', '#0A0A0A', '#FFFFFF', 'dark'],
    ['black without its ink', '#000000', undefined, 'dark'],
    ['white on pure black', '#000000', '#FFFFFF', 'contrast'],
    ['a colour with its opacity', '#292929FF', '#FFFFFF', 'dark'],
    ['a colour without its mark', 'ffffff', '000000', 'light'],
    ['a pure yellow, which is light to the eye', '#FFFF00', '#000000', 'light'],
    ['a pure blue, which is dark to the eye', '#0000FF', '#FFFFFF', 'dark'],
    ['a word', 'white', '#000000', undefined],
    ['nothing', undefined, undefined, undefined],
  ])('F05 takes %s for what it is', (_name, ground, ink, expected) => {
    const colours = {
      ...(ground === undefined ? {} : { bodyBackgroundColor: ground }),
      ...(ink === undefined ? {} : { bodyForegroundColor: ink }),
    };
    expect(toOfficeTheme(colours)).toBe(expected);
  });

  it('is undefined where Outlook tells no colours', () => {
    expect(toOfficeTheme(undefined)).toBeUndefined();
  });

  it('takes what is lighter than a light ground for light too', () => {
    const part = fc.integer({ min: 0, max: 255 });
    const toHex = (parts: readonly number[]): string =>
      `#${parts.map((one) => one.toString(16).padStart(2, '0')).join('')}`;
    fc.assert(
      fc.property(part, part, part, part, (red, green, blue, more) => {
        const lighter = [red, green, blue].map((one) => Math.min(255, one + more));
        const [before, after] = [[red, green, blue], lighter].map((parts) =>
          toOfficeTheme({ bodyBackgroundColor: toHex(parts) }),
        );
        expect(before === 'light' ? after : 'light').toBe('light');
      }),
    );
  });
});
