import fc from 'fast-check';
import { rankPairs } from '../../../src/domain/rooms/rank-pairs.ts';
import type { RoomOffer } from '../../../src/domain/rooms/room-request.ts';
import { sampleRoom } from '../samples/sample-room.ts';

const camera = [{ kind: 'video' as const, name: '' }];
const offer = (name: string, change: Parameters<typeof sampleRoom>[0] = {}): RoomOffer => ({
  room: sampleRoom({ name, ...change }),
  reasons: ['free'],
});
const names = (...sites: Parameters<typeof rankPairs>): readonly string[] =>
  rankPairs(...sites).map(({ rooms, isConnected }) => `${rooms[0].name}+${rooms[1].name}${isConnected ? '*' : ''}`);
const there = { building: 'Annex' };

describe('rankPairs', () => {
  it('puts the best room of each building first, and then the more even of two pairs', () => {
    const pairs = names(
      [offer('A'), offer('B'), offer('C')],
      [offer('X', there), offer('Y', there), offer('Z', there)],
    );
    expect(pairs.slice(0, 6)).toEqual(['A+X', 'A+Y', 'B+X', 'B+Y', 'A+Z', 'C+X']);
  });

  it('prefers rooms that can see each other: both of Teams, or both with a camera', () => {
    const here = [offer('A'), offer('B', { equipment: camera }), offer('C', { teamsEnabled: true })];
    const far = [offer('X', { ...there, equipment: camera }), offer('Y', { ...there, teamsEnabled: true })];
    expect(names(here, far).slice(0, 3)).toEqual(['B+X*', 'C+Y*', 'A+X']);
  });

  it('makes no pair within one building, whatever its case', () => {
    expect(names([offer('A')], [offer('X', { building: ' hq ' })])).toEqual([]);
  });

  const offers = (building: string) =>
    fc
      .uniqueArray(fc.record({ id: fc.nat(30), teams: fc.boolean(), camera: fc.boolean() }), {
        selector: ({ id }) => id,
        maxLength: 8,
      })
      .map((rooms) =>
        rooms.map(({ id, teams, camera: hasOne }) =>
          offer(`${building} ${id}`, { building, teamsEnabled: teams, equipment: hasOne ? camera : [] }),
        ),
      );

  it('keeps each building’s own order among pairs that are alike, and leaves no pair out', () => {
    fc.assert(
      fc.property(offers('HQ'), offers('Annex'), (here, far) => {
        const pairs = rankPairs(here, far);
        expect(pairs).toHaveLength(here.length * far.length);
        const placeOf = (list: readonly RoomOffer[], address: string): number =>
          list.findIndex(({ room }) => room.address === address);
        const sums = pairs.map(({ rooms, isConnected }) => ({
          isConnected,
          sum: placeOf(here, rooms[0].address) + placeOf(far, rooms[1].address),
        }));
        for (const [index, one] of sums.entries()) {
          const next = sums[index + 1];
          if (next === undefined) continue;
          expect(one.isConnected || !next.isConnected).toBe(true);
          if (one.isConnected === next.isConnected) expect(one.sum).toBeLessThanOrEqual(next.sum);
        }
      }),
    );
  });
});
