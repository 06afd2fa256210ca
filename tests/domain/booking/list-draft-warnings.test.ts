import {
  type DraftRoom,
  type DraftToCheck,
  listDraftWarnings,
} from '../../../src/domain/booking/list-draft-warnings.ts';

const room = (about: Partial<DraftRoom> = {}): DraftRoom => ({
  ...{ address: 'linden@contoso.example', name: 'Linden', state: 'free' },
  ...about,
});
const kinds = (about: Partial<DraftToCheck>): readonly string[] =>
  listDraftWarnings({ rooms: [], hasOtherPlace: false, heads: 4, places: [], ...about }).map(({ kind }) => kind);
const office = { kind: 'office' } as const;

describe('listDraftWarnings', () => {
  it.each([
    ['a free room that fits', { rooms: [room({ capacity: 4 })] }, []],
    ['a free room of unknown size', { rooms: [room()] }, []],
    ['a room whose size is given as nought', { rooms: [room({ capacity: 0 })] }, []],
    ['a room with one place too few', { rooms: [room({ capacity: 3 })] }, ['tooSmall']],
    ['two rooms that share the people', { rooms: [room({ capacity: 2 }), room({ capacity: 2 })] }, []],
    ['a room that is taken', { rooms: [room({ state: 'taken' })] }, ['roomTaken']],
    ['a room that is still asked', { rooms: [room({ state: 'pending' })] }, []],
    ['a room that did not answer', { rooms: [room({ state: 'unknown' })] }, ['roomUnknown']],
    ['two people on site without a room', { places: [office, { kind: 'onShift' }] }, ['noRoom']],
    ['two people on site who meet elsewhere', { places: [office, office], hasOtherPlace: true }, []],
    ['two people on site with a room', { places: [office, office], rooms: [room()] }, []],
    ['one on site among remote ones', { places: [office, { kind: 'remote' }, { kind: 'off' }] }, []],
    ['people of whom nothing is known', { places: [{ kind: 'unknown', why: 'notSaid' }, office] }, []],
  ] as const)('says of %s what there is to say', (_name, draft, expected) => {
    expect(kinds(draft)).toEqual(expected);
  });

  it('names the room and its places, and counts who is on site', () => {
    expect(listDraftWarnings({ rooms: [room({ capacity: 3 })], hasOtherPlace: false, heads: 4, places: [] })).toEqual([
      { kind: 'tooSmall', room: room({ capacity: 3 }), capacity: 3 },
    ]);
    expect(listDraftWarnings({ rooms: [], hasOtherPlace: false, heads: 4, places: [office, office] })).toEqual([
      { kind: 'noRoom', onSite: 2 },
    ]);
  });
});
