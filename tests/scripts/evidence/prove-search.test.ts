import { proveSearch } from '../../../scripts/evidence/prove-search.mjs';

describe('proveSearch', () => {
  it('C23 is content where every kind that was planted is found', () => {
    const words = [
      { kind: 'subject', word: 'Roster planning' },
      { kind: 'address', word: 'alex@contoso.example' },
    ];
    expect(proveSearch(words)).toEqual([]);
  });

  it('C23 names what the search would not find', () => {
    expect(proveSearch([{ kind: 'room', word: 'Lobby' }])).toEqual([
      'room, base64, offset 0',
      'room, base64, offset 1',
      'room, base64, offset 2',
    ]);
  });
});
