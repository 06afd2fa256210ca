import { findWay } from '../../../src/domain/agenda/way-to-meeting.ts';

describe('findWay', () => {
  it.each([
    ['the same floor', { building: 'HQ', floor: '3' }, { building: 'hq ', floor: '3' }, { kind: 'sameFloor' }],
    ['another floor', { building: 'HQ', floor: '3' }, { building: 'HQ', floor: '4' }, { kind: 'same' }],
    ['a floor that nobody says', { building: 'HQ' }, { building: 'HQ', floor: '4' }, { kind: 'same' }],
    ['another building', { building: 'Riverside' }, { building: 'HQ' }, { kind: 'other', from: 'Riverside' }],
    ['a building that is not known', { floor: '3' }, { building: 'HQ' }, undefined],
    ['a meeting that is nowhere', { building: 'HQ' }, {}, undefined],
    ['a start that is not known', undefined, { building: 'HQ' }, undefined],
  ])('knows %s', (_name, from, to, expected) => {
    expect(findWay(from, to)).toEqual(expected);
  });
});
