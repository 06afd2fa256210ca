import { listCandidates } from '../../../src/domain/rooms/list-candidates.ts';
import { rankRooms } from '../../../src/domain/rooms/rank-rooms.ts';
import type { RoomRequest } from '../../../src/domain/rooms/room-request.ts';
import type { Room } from '../../../src/domain/rooms/room.ts';
import { busyAt, sampleRequest, sampleRoom } from '../samples/sample-room.ts';

const names = (rooms: readonly Room[], request: Partial<RoomRequest>): readonly string[] =>
  listCandidates({ rooms, request: sampleRequest(request) }).candidates.map(({ name }) => name);
const start = Temporal.Instant.from('2026-11-24T09:00:00Z');

function reasons(room: Room, request: Partial<RoomRequest>): readonly string[] {
  const freeBusy = new Map([[room.address, busyAt(room.address)]]);
  return rankRooms({ candidates: [room], freeBusy, request: sampleRequest(request) }).offers[0]?.reasons ?? [];
}

describe('the order of rooms', () => {
  it('puts favourites first, then my floor and the floors next to it, in whatever order they are listed', () => {
    const rooms = [
      sampleRoom({ name: 'seventh', floorNumber: 7 }),
      sampleRoom({ name: 'above', floorNumber: 4 }),
      sampleRoom({ name: 'mine' }),
      sampleRoom({ name: 'loved', floorNumber: 9, building: 'Annex' }),
    ];
    const request = { building: 'HQ', floorNumber: 3, favourites: new Set(['loved@contoso.example']) };
    expect(names(rooms, request)).toEqual(['loved', 'mine', 'above', 'seventh']);
    expect(names(rooms.toReversed(), request)).toEqual(['loved', 'mine', 'above', 'seventh']);
  });

  it('puts what fits for sure before a favourite of unknown size', () => {
    const rooms = [sampleRoom({ name: 'loved', capacity: undefined }), sampleRoom({ name: 'sure' })];
    expect(names(rooms, { favourites: new Set(['loved@contoso.example']) })).toEqual(['sure', 'loved']);
  });

  it('prefers, on one floor, what lies near my meeting beside it, then what I booked lately', () => {
    const rooms = [
      sampleRoom({ name: 'a plain', floorNumber: undefined, building: 'Annex' }),
      sampleRoom({ name: 'b lately', floorNumber: undefined, building: 'Annex' }),
      sampleRoom({ name: 'c near' }),
    ];
    const request = {
      neighbour: { start, building: 'hq', floorNumber: 3 },
      recents: new Set(['b lately@contoso.example']),
    };
    expect(names(rooms, request)).toEqual(['c near', 'b lately', 'a plain']);
  });

  it('compares floors in the building that was chosen, although mine is another', () => {
    const rooms = [
      sampleRoom({ name: 'ninth', building: 'Annex', floorNumber: 9, capacity: 4 }),
      sampleRoom({ name: 'second', building: 'Annex', floorNumber: 2, capacity: 20 }),
    ];
    expect(names(rooms, { building: 'HQ', buildings: ['Annex'], floorNumber: 2 })).toEqual(['second', 'ninth']);
  });

  it.each([
    ['my floor', {}, { building: 'HQ', floorNumber: 3 }, ['free', 'fits', 'yourBuilding', 'yourFloor']],
    [
      'the next floor',
      { floorNumber: 2 },
      { building: 'HQ', floorNumber: 3 },
      ['free', 'fits', 'yourBuilding', 'nextFloor'],
    ],
    ['two floors away', { floorNumber: 1 }, { building: 'HQ', floorNumber: 3 }, ['free', 'fits', 'yourBuilding']],
    ['another building', { building: 'Annex' }, { building: 'HQ' }, ['free', 'fits', 'otherBuilding']],
    ['near my meeting', {}, { neighbour: { start, building: 'HQ', floorNumber: 3 } }, ['free', 'fits', 'nearMeeting']],
    ['a floor away from my meeting', {}, { neighbour: { start, building: 'HQ', floorNumber: 4 } }, ['free', 'fits']],
    ['a favourite', {}, { favourites: new Set(['boardroom@contoso.example']) }, ['free', 'fits', 'favourite']],
    ['booked lately', {}, { recents: new Set(['boardroom@contoso.example']) }, ['free', 'fits', 'recent']],
  ])('says of a room %s why it stands there', (_name, room, request, expected) => {
    expect(reasons(sampleRoom(room), request)).toEqual(expected);
  });

  it.each([
    ['noVideo', { video: true }],
    ['noAudio', { audio: true }],
    ['noFavourite', { onlyFavourites: true, favourites: new Set(['other@contoso.example']) }],
  ])('names %s as what stands in the way', (why, request) => {
    const { unsuitable } = listCandidates({ rooms: [sampleRoom()], request: sampleRequest(request) });
    expect(unsuitable.map((entry) => entry.why)).toEqual([why]);
  });
});
