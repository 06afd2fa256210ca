import {
  findMeetingTimes,
  moveStart,
  nextHalfHour,
  toEventTimes,
  toTypedTimes,
  withLength,
} from '../../../src/app/book/meeting-times.ts';
import { instant } from '../../support/screen-events.ts';

const ZONE = 'Europe/Amsterdam';
const typed = (startDate: string, startTime: string, endDate: string, endTime: string) => ({
  startDate,
  startTime,
  endDate,
  endTime,
});
const said = (times: ReturnType<typeof findMeetingTimes>): readonly string[] | undefined =>
  times === undefined ? undefined : [times.start.toString(), times.end.toString()];

describe('findMeetingTimes', () => {
  it.each([
    [
      'a plain hour',
      typed('2026-11-24', '11:00', '2026-11-24', '12:00'),
      ['2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z'],
    ],
    [
      'past midnight',
      typed('2026-11-24', '23:00', '2026-11-25', '01:00'),
      ['2026-11-24T22:00:00Z', '2026-11-25T00:00:00Z'],
    ],
    [
      'an end before the start, to be refused',
      typed('2026-11-24', '11:00', '2026-11-24', '10:00'),
      ['2026-11-24T10:00:00Z', '2026-11-24T09:00:00Z'],
    ],
    [
      'a start that the spring skips',
      typed('2026-03-29', '02:30', '2026-03-29', '04:00'),
      ['2026-03-29T01:30:00Z', '2026-03-29T02:00:00Z'],
    ],
    [
      'an end that the autumn shows twice',
      typed('2026-10-25', '02:30', '2026-10-25', '02:15'),
      ['2026-10-25T00:30:00Z', '2026-10-25T01:15:00Z'],
    ],
    ['an empty time', typed('2026-11-24', '', '2026-11-24', '12:00'), undefined],
    ['a year nobody meant', typed('120261-11-24', '11:00', '2026-11-24', '12:00'), undefined],
  ])('reads %s', (_name, input, expected) => {
    expect(said(findMeetingTimes(input, ZONE))).toEqual(expected);
  });
});

describe('moveStart', () => {
  it('takes the end along, so that the length stays', () => {
    const before = typed('2026-11-24', '11:00', '2026-11-24', '12:30');
    expect(moveStart(before, { startTime: '23:30' }, ZONE)).toEqual(
      typed('2026-11-24', '23:30', '2026-11-25', '01:00'),
    );
  });

  it('leaves the end alone while the start is empty', () => {
    const before = typed('2026-11-24', '11:00', '2026-11-24', '12:30');
    expect(moveStart(before, { startTime: '' }, ZONE)).toEqual(typed('2026-11-24', '', '2026-11-24', '12:30'));
  });
});

describe('withLength', () => {
  it('sets the end after the start, over midnight too', () => {
    expect(withLength(typed('2026-11-24', '23:45', '', ''), 30, ZONE)).toEqual(
      typed('2026-11-24', '23:45', '2026-11-25', '00:15'),
    );
  });
});

describe('nextHalfHour', () => {
  it.each([
    ['2026-11-23T08:48:00Z', '2026-11-23T09:00:00Z'],
    ['2026-11-23T09:00:00Z', '2026-11-23T09:30:00Z'],
    ['2026-11-23T23:59:59Z', '2026-11-24T00:00:00Z'],
  ])('after %s is %s', (now, expected) => {
    expect(nextHalfHour(instant(now)).toString()).toBe(expected);
  });
});

describe('toEventTimes', () => {
  it('gives an all-day meeting the midnights of the zone', () => {
    const time = {
      kind: 'allDay',
      start: Temporal.PlainDate.from('2026-11-24'),
      end: Temporal.PlainDate.from('2026-11-25'),
    } as const;
    const { start, end } = toEventTimes(time, ZONE);
    expect([start.toString(), end.toString()]).toEqual(['2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z']);
  });

  it('shows the fields of a zone with another date', () => {
    const times = { start: instant('2026-11-23T23:30:00Z'), end: instant('2026-11-24T00:30:00Z') };
    expect(toTypedTimes(times, ZONE)).toEqual(typed('2026-11-24', '00:30', '2026-11-24', '01:30'));
  });
});
