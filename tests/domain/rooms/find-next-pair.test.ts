import fc from 'fast-check';
import { findNextPair, listPairCandidates } from '../../../src/domain/rooms/find-next-pair.ts';
import type { Room } from '../../../src/domain/rooms/room.ts';
import { sampleRoom } from '../samples/sample-room.ts';

const here = (name: string): Room => sampleRoom({ name, building: 'HQ' });
const there = (name: string): Room => sampleRoom({ name, building: 'Annex' });
const [a, b, c, x, y, z] = [here('A'), here('B'), here('C'), there('X'), there('Y'), there('Z')];
const alternatives = [b, c, y, z];
const refuse = (...rooms: readonly Room[]) => new Set(rooms.map(({ address }) => address));
const names = (rooms: readonly Room[] | undefined): string | undefined => rooms?.map(({ name }) => name).join('+');

describe('findNextPair', () => {
  it.each<[string, ReadonlySet<string>, readonly Room[], string | undefined]>([
    ['keeps the room that did not refuse', refuse(x), [a, y, z], 'A+Y'],
    ['replaces both where both refused, the nearest free first', refuse(a, x), [c, z, y], 'C+Y'],
    ['finds none where the other room has been taken meanwhile', refuse(x), [y], undefined],
    ['finds none where the building has no other free room', refuse(x), [a, b], undefined],
  ])('%s', (_, refused, free, expected) => {
    expect(names(findNextPair({ pair: [a, x], refused, alternatives }, (room) => free.includes(room)))).toBe(expected);
  });

  it('names for each place those to be asked, so many at most', () => {
    expect(names(listPairCandidates({ pair: [a, x], refused: refuse(x), alternatives }, 1))).toBe('A+Y');
    expect(names(listPairCandidates({ pair: [a, x], refused: refuse(a, x), alternatives }, 5))).toBe('B+C+Y+Z');
  });

  it('stays in the two buildings, offers nothing that refused or is taken, and only what it asked about', () => {
    const all = [a, b, c, x, y, z];
    const some = fc.subarray(all);
    fc.assert(
      fc.property(
        fc.subarray([a, x], { minLength: 1 }),
        some,
        fc.shuffledSubarray(alternatives),
        (no, free, others) => {
          const search = { pair: [a, x] as const, refused: refuse(...no), alternatives: others };
          const asked = listPairCandidates(search, 10);
          const next = findNextPair(search, (room) => free.includes(room));
          if (next === undefined) return;
          expect(next.map(({ building }) => building)).toEqual(['HQ', 'Annex']);
          for (const [index, room] of next.entries()) {
            expect(no).not.toContain(room);
            expect(free).toContain(room);
            expect(asked).toContain(room);
            const before = search.pair[index];
            if (before !== undefined && !no.includes(before)) expect(room).toBe(before);
          }
        },
      ),
    );
  });
});
