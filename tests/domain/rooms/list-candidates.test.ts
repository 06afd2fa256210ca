import { listCandidates } from '../../../src/domain/rooms/list-candidates.ts';
import type { RoomRequest } from '../../../src/domain/rooms/room-request.ts';
import type { Room } from '../../../src/domain/rooms/room.ts';
import { sampleRequest, sampleRoom } from '../samples/sample-room.ts';

const list = (rooms: readonly Room[], request: Partial<RoomRequest> = {}) => {
  const { candidates, unsuitable } = listCandidates({ rooms, request: sampleRequest(request) });
  return { names: candidates.map(({ name }) => name), whys: unsuitable.map(({ room, why }) => `${room.name} ${why}`) };
};

describe('listCandidates', () => {
  it('puts what fits before what may fit, then my building, the nearest floor, the least waste, the name', () => {
    const rooms = [
      sampleRoom({ name: 'unknown here', capacity: undefined }),
      sampleRoom({ name: 'elsewhere', building: 'Annex', capacity: 4 }),
      sampleRoom({ name: 'no building', building: undefined, capacity: 5 }),
      sampleRoom({ name: 'no floor', floorNumber: undefined }),
      sampleRoom({ name: 'far', floorNumber: 9 }),
      sampleRoom({ name: 'below', floorNumber: 2, capacity: 10 }),
      sampleRoom({ name: 'above', floorNumber: 4, capacity: 6 }),
      sampleRoom({ name: 'here big', capacity: 20 }),
      sampleRoom({ name: 'here b', capacity: 4 }),
      sampleRoom({ name: 'here A', capacity: 4 }),
    ];
    const names = [
      'here A',
      'here b',
      'here big',
      'above',
      'below',
      'far',
      'no floor',
      'elsewhere',
      'no building',
      'unknown here',
    ];
    expect(list(rooms, { building: ' hq ', floorNumber: 3 }).names).toEqual(names);
    expect(list(rooms.toReversed(), { building: 'HQ', floorNumber: 3 }).names).toEqual(names);
  });

  it('does not compare floors of other buildings', () => {
    const rooms = [
      sampleRoom({ name: 'same number', building: 'Annex', capacity: 6 }),
      sampleRoom({ name: 'smaller', building: 'Annex', floorNumber: 9, capacity: 4 }),
    ];
    expect(list(rooms, { building: 'HQ', floorNumber: 3 }).names).toEqual(['smaller', 'same number']);
  });

  it.each([
    ['exactly large enough', { capacity: 4 }, true],
    ['one too small', { capacity: 3 }, false],
    ['of unknown size', { capacity: undefined }, true],
    ['whose capacity was never entered (0)', { capacity: 0 }, true],
  ])('judges a room %s', (_, change, fits) => {
    const { names, whys } = list([sampleRoom({ name: 'x', ...change })]);
    expect([names, whys]).toEqual(fits ? [['x'], []] : [[], ['x tooSmall']]);
  });

  it.each([
    ['never a reserved room', { bookingType: 'reserved' as const }, {}, 'reserved'],
    ['no building that the organisation left out', { building: 'Annex' }, { buildings: ['HQ'] }, 'otherBuilding'],
    ['no unknown building where it named some', { building: undefined }, { buildings: ['HQ'] }, 'otherBuilding'],
    ['nothing not known to be accessible', {}, { wheelChair: true }, 'notAccessible'],
    [
      'nothing without a display',
      { equipment: [{ kind: 'audio' as const, name: 'Phone' }] },
      { display: true },
      'noDisplay',
    ],
    ['nothing that is no Teams room', { teamsEnabled: false }, { teams: true }, 'noTeams'],
    ['nothing without the words', {}, { text: 'garden' }, 'noMatch'],
  ])('offers %s', (_, change, request, why) => {
    expect(list([sampleRoom({ name: 'x', ...change })], request)).toEqual({ names: [], whys: [`x ${why}`] });
  });

  it('offers what meets every wish', () => {
    const room = sampleRoom({
      name: 'x',
      building: 'hq',
      isWheelChairAccessible: true,
      teamsEnabled: true,
      equipment: [{ kind: 'display', name: 'Surface Hub' }],
    });
    const wishes = { wheelChair: true, display: true, teams: true, buildings: ['Annex', 'HQ'] };
    expect(list([room], wishes).names).toEqual(['x']);
  });

  it.each(['board', 'BOARD hq', 'cafe', 'café', 'surface', 'bean', 'ground', 'boardroom@contoso', '  ', '3'])(
    'finds a room by %j',
    (text) => {
      const room = sampleRoom({
        name: 'Boardroom Café',
        address: 'boardroom@contoso.example',
        floorLabel: 'Ground',
        tags: ['bean bags'],
        equipment: [{ kind: 'display', name: 'Surface Hub' }],
      });
      expect(list([room], { text }).names).toEqual(['Boardroom Café']);
    },
  );

  it('takes a room that is listed twice once, and one without an address not at all', () => {
    const rooms = [
      sampleRoom({ name: 'x', address: 'X@contoso.example' }),
      sampleRoom({ name: 'again', address: 'x@contoso.example' }),
      sampleRoom({ name: 'none', address: '' }),
    ];
    expect(list(rooms)).toEqual({ names: ['x'], whys: [] });
  });
});
