import { stripSchedule } from '../../../src/domain/policy/strip-schedule.ts';
import { stripShifts } from '../../../src/domain/policy/strip-shifts.ts';
import { openBatchAnswer } from '../../../src/domain/policy/open-batch-answer.ts';

const busy = {
  value: [
    {
      scheduleId: 'sam@contoso.example',
      availabilityView: '2',
      scheduleItems: [
        {
          status: 'busy',
          subject: 'secret',
          location: 'home',
          isPrivate: true,
          start: { dateTime: '2026-11-23T08:00:00', timeZone: 'UTC' },
          end: { dateTime: '2026-11-23T09:00:00', timeZone: 'UTC' },
        },
      ],
    },
    { scheduleId: 'x@contoso.example', error: { message: 'no', responseCode: '5009' } },
    'garbage',
  ],
};

describe('openBatchAnswer', () => {
  it('D23 takes subject, place and privacy out of free/busy, however its id is spelled', () => {
    const opened = openBatchAnswer(
      { responses: [{ id: 'A', status: 200, headers: {}, body: busy }] },
      new Map([['a', stripSchedule]]),
      'me',
    );
    const text = JSON.stringify(opened);
    expect(text).toContain('"status":"busy"');
    expect(text).toContain('5009');
    expect(text).not.toMatch(/secret|home|isPrivate|garbage/);
  });

  it('takes the names, notes and reasons of colleagues out of shifts and times off, and drafts out of all', () => {
    const times = { startDateTime: '2026-11-23T08:00:00Z', endDateTime: '2026-11-23T16:00:00Z' };
    const sharedShift = {
      ...times,
      displayName: 'Front desk',
      notes: 'secret',
      theme: 'blue',
      activities: ['training'],
    };
    const sharedTimeOff = { ...times, timeOffReasonId: 'TOR_sick' };
    const value = [
      { id: '1', userId: 'sam', schedulingGroupId: 'TAG_1', sharedShift, draftShift: { notes: 'draft' } },
      { id: '2', userId: 'sam', sharedTimeOff },
      { id: '3', userId: 'ME', sharedShift, draftShift: { notes: 'draft' } },
    ];
    const strips = new Map([['1', stripShifts]]);
    const body = { value, '@odata.nextLink': 'next' };
    const opened = openBatchAnswer({ responses: [{ id: '1', status: 200, body }] }, strips, 'me');
    expect(opened?.responses[0]?.body).toEqual({
      '@odata.nextLink': 'next',
      value: [
        { id: '1', userId: 'sam', schedulingGroupId: 'TAG_1', sharedShift: times },
        { id: '2', userId: 'sam', sharedTimeOff: times },
        { id: '3', userId: 'ME', sharedShift, draftShift: null, draftTimeOff: null },
      ],
    });
  });

  it('leaves other answers as they are', () => {
    const responses = [{ id: '1', status: 200, headers: { ETag: 'x' }, body: { subject: 'mine' } }];
    expect(openBatchAnswer({ responses }, new Map(), 'me')).toEqual({ responses, challenges: [] });
  });

  it('lists the challenges of refused items, whatever the case of the header', () => {
    const responses = [
      { id: '1', status: 401, headers: { 'Www-Authenticate': 'Bearer claims="x"' } },
      { id: '2', status: 401 },
      { id: '3', status: 200, headers: { 'WWW-Authenticate': 'no' } },
    ];
    expect(openBatchAnswer({ responses }, new Map(), 'me')?.challenges).toEqual(['Bearer claims="x"', '']);
  });

  it('does not guess at what is no batch', () => {
    expect(openBatchAnswer({ value: [] }, new Map(), 'me')).toBeUndefined();
    expect(openBatchAnswer('x', new Map(), 'me')).toBeUndefined();
  });
});
