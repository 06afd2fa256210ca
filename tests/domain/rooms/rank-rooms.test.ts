import fc from 'fast-check';
import type { BusyStatus, FreeBusy } from '../../../src/domain/rooms/free-busy.ts';
import { rankRooms } from '../../../src/domain/rooms/rank-rooms.ts';
import type { RoomRequest } from '../../../src/domain/rooms/room-request.ts';
import type { Room } from '../../../src/domain/rooms/room.ts';
import { busyAt, sampleRequest, sampleRoom } from '../samples/sample-room.ts';

const room = sampleRoom({ name: 'x', address: 'X@contoso.example' });
const byAddress = (...answers: readonly FreeBusy[]): ReadonlyMap<string, FreeBusy> =>
  new Map(answers.map((answer) => [answer.address.toLowerCase(), answer]));
const rank = (answers: readonly FreeBusy[], request: Partial<RoomRequest> = {}, candidates: readonly Room[] = [room]) =>
  rankRooms({ candidates, freeBusy: byAddress(...answers), request: sampleRequest(request) });

describe('rankRooms', () => {
  it.each<[string, readonly (readonly [string, string])[], string | undefined]>([
    ['nothing', [], undefined],
    ['a block that ends as we start', [['09:00', '10:00']], undefined],
    ['a block that starts as we end', [['11:00', '12:00']], undefined],
    ['a block across our start', [['09:00', '10:01']], '10:01'],
    ['a block across our end', [['10:59', '12:00']], '12:00'],
    ['a block inside', [['10:15', '10:30']], '10:30'],
    ['a block around', [['08:00', '13:00']], '13:00'],
    [
      'touching blocks',
      [
        ['10:00', '10:30'],
        ['10:30', '11:30'],
        ['11:30', '12:30'],
      ],
      '12:30',
    ],
    [
      'two blocks with a gap',
      [
        ['10:00', '10:15'],
        ['10:45', '10:50'],
      ],
      '10:50',
    ],
  ])('with %s in the way', (_, blocks, busyUntil) => {
    const { offers, unsuitable } = rank([busyAt(room.address, ...blocks)]);
    expect(offers).toHaveLength(busyUntil === undefined ? 1 : 0);
    const until = unsuitable.map(({ why, busyUntil: end }) => `${why} ${end?.toString() ?? ''}`);
    expect(until).toEqual(busyUntil === undefined ? [] : [`busy 2026-11-24T${busyUntil}:00Z`]);
  });

  it.each<BusyStatus>(['tentative', 'busy', 'oof', 'workingElsewhere', 'unknown'])(
    'D08 takes %s for busy',
    (status) => {
      const block = { start: sampleRequest().start, end: sampleRequest().end, status };
      const { offers, unsuitable } = rank([{ address: room.address, state: 'known', blocks: [block] }]);
      expect([offers.length, unsuitable[0]?.why]).toEqual([0, 'busy']);
    },
  );

  it('D07 never offers a room that did not answer', () => {
    const { offers, unsuitable, pending } = rank([{ address: room.address, state: 'unknown', reason: '5009' }]);
    expect([offers, unsuitable, pending]).toEqual([[], [{ room, why: 'notAnswered' }], []]);
  });

  it('keeps a room that was not answered for yet as pending', () => {
    expect(rank([])).toEqual({ offers: [], unsuitable: [], pending: [room] });
  });

  it('says until when an offered room is free', () => {
    const until = rank([busyAt(room.address, ['14:00', '15:00'], ['11:30', '12:00'], ['08:00', '10:00'])]).offers[0];
    expect(until?.freeUntil?.toString()).toBe('2026-11-24T11:30:00Z');
    expect(rank([busyAt(room.address, ['11:00', '12:00'])]).offers[0]?.freeUntil?.toString()).toBe(
      '2026-11-24T11:00:00Z',
    );
    expect(rank([busyAt(room.address, ['08:00', '10:00'])]).offers[0]).not.toHaveProperty('freeUntil');
  });

  it.each<[string, Partial<Room>, Partial<RoomRequest>, readonly string[]]>([
    ['that fits on my floor', {}, { building: 'HQ', floorNumber: 3 }, ['free', 'fits', 'yourBuilding', 'yourFloor']],
    ['on another floor', { floorNumber: 1 }, { building: 'HQ', floorNumber: 3 }, ['free', 'fits', 'yourBuilding']],
    ['elsewhere', { building: 'Annex' }, { building: 'HQ', floorNumber: 3 }, ['free', 'fits', 'otherBuilding']],
    ['of unknown building', { building: '' }, { building: 'HQ' }, ['free', 'fits']],
    ['of unknown size', { capacity: undefined }, {}, ['free', 'capacityUnknown']],
  ])('gives the reasons of a room %s', (_, change, request, reasons) => {
    const changed = { ...room, ...change };
    expect(rank([busyAt(room.address)], request, [changed]).offers[0]?.reasons).toEqual(reasons);
  });

  it('never offers a reserved room, even when handed one as a candidate', () => {
    const reserved = { ...room, bookingType: 'reserved' as const };
    expect(rank([busyAt(room.address)], {}, [reserved])).toMatchObject({
      offers: [],
      unsuitable: [{ why: 'reserved' }],
    });
  });
});

describe('rankRooms, whatever it is given', () => {
  const hour = fc.integer({ min: 8, max: 14 });
  const clock = (value: number): string => `${String(value).padStart(2, '0')}:00`;
  const answer = fc.option(
    fc.option(fc.array(fc.tuple(hour, fc.integer({ min: 1, max: 3 })), { maxLength: 3 }), { nil: 'unknown' as const }),
  );
  const someRoom = fc.record({
    number: fc.integer({ min: 0, max: 20 }),
    change: fc.record({
      capacity: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
      building: fc.constantFrom('HQ', 'Annex', undefined),
      floorNumber: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
      bookingType: fc.constantFrom('standard' as const, 'reserved' as const, 'unknown' as const),
    }),
    answer,
  });
  const input = fc.uniqueArray(someRoom, { selector: ({ number }) => number, maxLength: 15 }).map((seeds) => {
    const rooms = seeds.map(({ number, change }) =>
      sampleRoom({ ...change, name: `Room ${number % 7}`, address: `r${number}@contoso.example` }),
    );
    const answers = seeds.flatMap(({ number, answer: blocks }): FreeBusy[] => {
      const address = `r${number}@contoso.example`;
      if (blocks === null) return [];
      if (blocks === 'unknown') return [{ address, state: 'unknown', reason: '' }];
      return [busyAt(address, ...blocks.map(([start, length]) => [clock(start), clock(start + length)] as const))];
    });
    return { rooms, answers };
  });
  const request = { building: 'HQ', floorNumber: 2 };

  it('puts every room in one place and offers only what is known to be free', () => {
    fc.assert(
      fc.property(input, ({ rooms, answers }) => {
        const { offers, unsuitable, pending } = rank(answers, request, rooms);
        const placed = [...offers.map((offer) => offer.room), ...unsuitable.map((each) => each.room), ...pending];
        expect(placed.map(({ address }) => address).sort()).toEqual(rooms.map(({ address }) => address).sort());
        for (const offer of offers) {
          const known = answers.find(({ address }) => address === offer.room.address);
          const blocks = known?.state === 'known' ? known.blocks : undefined;
          const touches = blocks?.filter(
            ({ start, end }) => start.toString() < '2026-11-24T11' && end.toString() > '2026-11-24T10:00:00Z',
          );
          expect(touches).toEqual([]);
          expect(offer.room.bookingType).not.toBe('reserved');
          expect((offer.room.capacity ?? 0) === 0 || (offer.room.capacity ?? 0) >= 4).toBe(true);
        }
      }),
    );
  });

  it('orders the same whatever the order of rooms and answers', () => {
    fc.assert(
      fc.property(input, ({ rooms, answers }) => {
        const names = (given: readonly Room[], answered: readonly FreeBusy[]): string[] =>
          rank(answered, request, given).offers.map((offer) => offer.room.address);
        expect(names(rooms.toReversed(), answers.toReversed())).toEqual(names(rooms, answers));
      }),
    );
  });

  it('never puts a room before one that is at least as good in all it is ranked by', () => {
    const rankOf = ({ capacity, building, floorNumber }: Room): number[] => [
      (capacity ?? 0) > 0 ? 0 : 1,
      building === 'HQ' ? 0 : 1,
      building === 'HQ' && floorNumber !== undefined ? Math.abs(floorNumber - 2) : 99,
      (capacity ?? 0) > 0 ? (capacity ?? 0) : 99,
    ];
    fc.assert(
      fc.property(input, ({ rooms, answers }) => {
        const { offers } = rank(answers, request, rooms);
        for (const [index, offer] of offers.entries()) {
          const next = offers[index + 1];
          if (next === undefined) continue;
          const [mine, theirs] = [rankOf(offer.room), rankOf(next.room)];
          const differs = mine.findIndex((value, place) => value !== theirs[place]);
          if (differs >= 0) expect(mine[differs]).toBeLessThan(theirs[differs] ?? 0);
        }
      }),
    );
  });
});
