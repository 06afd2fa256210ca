import * as v from 'valibot';
import { type EventCreate, eventCreateSchema, HOLD_MARK_ID } from '../../../src/domain/contract/event-write.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { readEventCreate } from '../../../src/domain/policy/write-bodies.ts';
import { isOurRecurrence, toRecurrence } from '../../../src/domain/series/recurrence.ts';
import { listRepeatDates, type Repeat } from '../../../src/domain/series/repeat.ts';

const NOW = Temporal.Instant.from('2026-11-30T09:00:00Z');
const ZONE = 'W. Europe Standard Time';
const FIRST = Temporal.PlainDate.from('2026-12-01');

function write(repeat: Partial<Repeat>) {
  const whole: Repeat = { every: 'week', interval: 1, daysOfWeek: [2], end: { kind: 'times', times: 3 }, ...repeat };
  const found = listRepeatDates(whole, FIRST);
  if (!found.ok) throw new Error(found.problem);
  return toRecurrence(whole, found.dates, ZONE);
}
const body = (recurrence: unknown, more: object = {}) => ({
  subject: 'HOLD · Sync',
  start: { dateTime: '2026-12-01T10:00:00', timeZone: ZONE },
  end: { dateTime: '2026-12-01T11:00:00', timeZone: ZONE },
  ...{ showAs: 'tentative', location: { displayName: '3.12' }, attendees: [] as object[], recurrence },
  transactionId: '5f0c0000-0000-4000-8000-000000000000',
  singleValueExtendedProperties: [{ id: HOLD_MARK_ID, value: '{}' }],
  ...more,
});
function read(value: unknown): string {
  try {
    readEventCreate(value, NOW);
    return 'taken';
  } catch (error) {
    return error instanceof Failure ? error.code : String(error);
  }
}

describe('toRecurrence', () => {
  it('writes the three patterns, each with its end [A6]', () => {
    expect(write({})).toEqual({
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
      range: { type: 'endDate', startDate: '2026-12-01', endDate: '2026-12-15', recurrenceTimeZone: ZONE },
    });
    expect(write({ every: 'day', interval: 2 }).pattern).toEqual({ type: 'daily', interval: 2 });
    expect(write({ every: 'month' })).toMatchObject({
      pattern: { type: 'absoluteMonthly', interval: 1, dayOfMonth: 1 },
      range: { endDate: '2027-02-01' },
    });
  });

  it('is taken by the relay, with a room and with nobody yet', () => {
    for (const every of ['day', 'week', 'month'] as const) expect(read(body(write({ every })))).toBe('taken');
    const room = { type: 'resource', emailAddress: { address: 'a@contoso.example' } };
    expect(read(body(write({}), { attendees: [room] }))).toBe('taken');
  });
});

describe('the body of a series', () => {
  const good = write({});
  it.each([
    ['a pattern we never write', { ...good, pattern: { ...good.pattern, type: 'relativeMonthly' } }],
    ['a field we never write', { ...good, pattern: { ...good.pattern, index: 'first' } }],
    ['no end', { ...good, range: { ...good.range, type: 'noEnd' } }],
    ['a number of times', { ...good, range: { ...good.range, type: 'numbered', numberOfOccurrences: 3 } }],
    ['an end on no date of it', { ...good, range: { ...good.range, endDate: '2026-12-16' } }],
    ['another first date', { ...good, range: { ...good.range, startDate: '2026-12-08' } }],
    ['another zone', { ...good, range: { ...good.range, recurrenceTimeZone: 'UTC' } }],
    ['a day of the week on which it does not begin', { ...good, pattern: { ...good.pattern, daysOfWeek: ['monday'] } }],
    [
      'more than 100 dates',
      { ...good, pattern: { type: 'daily', interval: 1 }, range: { ...good.range, endDate: '2027-03-15' } },
    ],
    ['a date that there is not', { ...good, range: { ...good.range, endDate: '2027-02-30' } }],
    ['a 13th week', { ...good, pattern: { ...good.pattern, interval: 13 } }],
    ['one date alone', { ...good, range: { ...good.range, endDate: '2026-12-01' } }],
  ])('E17 is refused with %s', (_, recurrence) => {
    expect(read(body(recurrence))).toBe('bad_request');
  });

  it('E17 may begin with nobody only as the hold of a series', () => {
    expect(read(body(undefined))).toBe('bad_request');
    expect(read(body(good, { singleValueExtendedProperties: undefined }))).toBe('bad_request');
    expect(read(body(good, { singleValueExtendedProperties: [{ id: HOLD_MARK_ID, value: '' }] }))).toBe('bad_request');
  });

  it('repeats in one zone', () => {
    const event = v.parse(eventCreateSchema, body(good)) as EventCreate;
    expect(isOurRecurrence(event)).toBe(true);
    expect(isOurRecurrence({ ...event, end: { ...event.end, timeZone: 'UTC' } })).toBe(false);
  });
});
