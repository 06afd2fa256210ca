import fc from 'fast-check';
import type { RoomVerdict } from '../../../src/domain/series/judge-room.ts';
import {
  countChanges,
  findMainRoom,
  planFewestChanges,
  planOneRoom,
  type RoomPlan,
  sortRooms,
} from '../../../src/domain/series/plan-rooms.ts';

/** `+` free, `-` taken: one letter a date. */
const room = (dates: string, obstacle?: RoomVerdict['obstacle']): RoomVerdict => ({
  dates: [...dates].map((letter) => (letter === '+' ? 'free' : 'taken')),
  ...(obstacle === undefined ? {} : { obstacle }),
});

/** Every way to give each date a room that is free on it. */
function listAllPlans(rooms: readonly RoomVerdict[], count: number): readonly RoomPlan[] {
  let plans: readonly RoomPlan[] = [[]];
  for (let date = 0; date < count; date += 1) {
    const free = rooms.flatMap(({ dates }, index) => (dates[date] === 'free' ? [index] : []));
    const choices: readonly (number | undefined)[] = free.length === 0 ? [undefined] : free;
    plans = plans.flatMap((plan) => choices.map((choice) => [...plan, choice]));
  }
  return plans;
}

describe('planFewestChanges', () => {
  it.each([
    ['one room for all', ['-+++', '++++'], [1, 1, 1, 1]],
    ['one change', ['++--', '--++'], [0, 0, 1, 1]],
    ['the room that lasts longest, not the one that comes first', ['+---', '++++'], [1, 1, 1, 1]],
    ['a date without any room', ['++-+', '---+'], [0, 0, undefined, 0]],
    ['the first date without any', ['-+', '-+'], [undefined, 0]],
    ['no room at all', ['--', '--'], [undefined, undefined]],
    ['of equally few changes the better room', ['+++', '+++'], [0, 0, 0]],
  ])('%s', (_, rooms, expected) => {
    expect(planFewestChanges(rooms.map((dates) => room(dates)))).toEqual(expected);
  });

  it('changes room as seldom as the best of all plans there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }).chain((count) =>
          fc.array(fc.string({ unit: fc.constantFrom('+', '-'), minLength: count, maxLength: count }), {
            minLength: 1,
            maxLength: 4,
          }),
        ),
        (rows) => {
          const rooms = rows.map((dates) => room(dates));
          const plan = planFewestChanges(rooms);
          const all = listAllPlans(rooms, rows[0]?.length ?? 0);
          expect(countChanges(plan)).toBe(Math.min(...all.map(countChanges)));
          // each date that could have a room has one that is free on it
          expect(all).toContainEqual(plan);
        },
      ),
    );
  });
});

describe('planOneRoom', () => {
  it('leaves the dates open on which it is taken', () => {
    expect(planOneRoom([room('++-'), room('+-+')], 1)).toEqual([1, undefined, 1]);
  });
});

describe('findMainRoom', () => {
  it('is the room of most dates that takes a series', () => {
    const rooms = [room('+++', 'noSeries'), room('+++'), room('+++')];
    expect(findMainRoom([0, 0, 1, 2, 2], rooms)).toBe(2);
    expect(findMainRoom([0, 0, undefined], rooms)).toBeUndefined();
  });
});

describe('sortRooms', () => {
  it('puts rooms first that take the series, then those free on most dates', () => {
    expect(sortRooms([room('++++', 'beyond'), room('+---'), room('+++-'), room('+++-')])).toEqual([2, 3, 1, 0]);
  });
});
