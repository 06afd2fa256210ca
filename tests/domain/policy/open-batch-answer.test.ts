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
    const opened = openBatchAnswer({ responses: [{ id: 'A', status: 200, headers: {}, body: busy }] }, new Set(['a']));
    const text = JSON.stringify(opened);
    expect(text).toContain('"status":"busy"');
    expect(text).toContain('5009');
    expect(text).not.toMatch(/secret|home|isPrivate|garbage/);
  });

  it('leaves other answers as they are', () => {
    const responses = [{ id: '1', status: 200, headers: { ETag: 'x' }, body: { subject: 'mine' } }];
    expect(openBatchAnswer({ responses }, new Set())).toEqual({ responses, challenges: [] });
  });

  it('lists the challenges of refused items, whatever the case of the header', () => {
    const responses = [
      { id: '1', status: 401, headers: { 'Www-Authenticate': 'Bearer claims="x"' } },
      { id: '2', status: 401 },
      { id: '3', status: 200, headers: { 'WWW-Authenticate': 'no' } },
    ];
    expect(openBatchAnswer({ responses }, new Set())?.challenges).toEqual(['Bearer claims="x"', '']);
  });

  it('does not guess at what is no batch', () => {
    expect(openBatchAnswer({ value: [] }, new Set())).toBeUndefined();
    expect(openBatchAnswer('x', new Set())).toBeUndefined();
  });
});
