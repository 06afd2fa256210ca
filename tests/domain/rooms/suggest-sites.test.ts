import fc from 'fast-check';
import { suggestSites } from '../../../src/domain/rooms/suggest-sites.ts';

const buildings = ['Annex', 'HQ', 'Tower'];
const say = (...search: Parameters<typeof suggestSites>): string | undefined =>
  suggestSites(...search)
    ?.map(({ building, heads }) => `${building} ${heads}`)
    .join(', ');

describe('suggestSites', () => {
  it.each<[string, Parameters<typeof suggestSites>[0], string | undefined]>([
    [
      'my building, and where most others are',
      { buildings, own: 'HQ', places: ['Tower', 'Tower', 'HQ'] },
      'HQ 2, Tower 2',
    ],
    [
      'those whose place is not known count with me',
      { buildings, own: 'HQ', places: [undefined, 'Annex'] },
      'HQ 2, Annex 1',
    ],
    ['somebody sits in each, though nothing is known', { buildings, places: [undefined, undefined] }, 'Annex 2, HQ 1'],
    ['two rooms for me alone have a head each', { buildings, own: 'HQ', places: [] }, 'HQ 1, Annex 1'],
    [
      'what was chosen stays',
      { buildings, own: 'HQ', places: ['Tower'], chosen: ['Tower', 'Annex'] },
      'Tower 1, Annex 1',
    ],
    ['I count where I am', { buildings, own: 'hq', places: ['Tower'], chosen: ['Tower', 'HQ'] }, 'Tower 1, HQ 1'],
    ['one building is none of two', { buildings: ['HQ'], own: 'HQ', places: [] }, undefined],
    ['an own building without rooms is not offered', { buildings, own: 'Farm', places: ['Tower'] }, 'Tower 1, Annex 1'],
  ])('%s', (_, search, expected) => {
    expect(say(search)).toBe(expected);
  });

  it('finds a place for everybody in two different buildings', () => {
    const place = fc.option(fc.constantFrom(...buildings, 'Farm'), { nil: undefined });
    const chosen = fc.constantFrom<readonly [string | undefined, string | undefined]>(
      [undefined, undefined],
      ['HQ', undefined],
      [undefined, 'Tower'],
      ['Annex', 'HQ'],
    );
    fc.assert(
      fc.property(place, fc.array(place, { minLength: 1, maxLength: 12 }), chosen, (own, places, wish) => {
        const sites = suggestSites({ buildings, own, places, chosen: wish });
        expect(sites?.[0].building).not.toBe(sites?.[1].building);
        expect(wish[0] ?? sites?.[0].building).toBe(sites?.[0].building);
        expect(wish[1] ?? sites?.[1].building).toBe(sites?.[1].building);
        expect((sites?.[0].heads ?? 0) + (sites?.[1].heads ?? 0)).toBe(places.length + 1);
        expect(Math.min(...(sites ?? []).map(({ heads }) => heads))).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
