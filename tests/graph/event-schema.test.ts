import { eventSchema, toCalendarEvent } from '../../src/graph/event-schema.ts';
import { parseRows } from '../../src/graph/parse-answer.ts';

const event = (more: object = {}): object => ({
  '@odata.etag': 'W/"1"',
  id: 'e1',
  subject: 'Stand-up',
  start: { dateTime: '2026-11-23T09:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-11-23T09:30:00.0000000', timeZone: 'UTC' },
  isAllDay: false,
  isCancelled: false,
  isOrganizer: true,
  type: 'singleInstance',
  showAs: 'busy',
  sensitivity: 'normal',
  responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
  organizer: { emailAddress: { name: 'Ana', address: 'ana@contoso.com' } },
  attendees: [],
  location: { displayName: '' },
  locations: [],
  onlineMeeting: null,
  webLink: 'https://outlook.office365.com/owa/?itemid=e1',
  ...more,
});

describe('toCalendarEvent', () => {
  const readOne = (more: object) => {
    const { rows, skipped } = parseRows(eventSchema, { value: [event(more), event({ id: 'e2' })] }, (raw) =>
      toCalendarEvent(raw, 'c1'),
    );
    return { event: rows.find(({ id }) => id === 'e1'), skipped, all: rows.length };
  };

  it.each([
    [
      'nulls everywhere',
      {
        subject: null,
        location: null,
        locations: null,
        attendees: null,
        organizer: null,
        webLink: null,
        showAs: null,
        sensitivity: null,
        responseStatus: null,
        type: null,
      },
    ],
    [
      'members that we do not know',
      {
        showAs: 'onTheMoon',
        sensitivity: 'cosmic',
        type: 'mystery',
        attendees: [{ type: 'robot', emailAddress: { address: 'x@y' } }],
      },
    ],
    ['an attendee without anything', { attendees: [{}] }],
    ['a time without a zone', { start: { dateTime: '2026-11-23T09:00:00.0000000' } }],
  ])('D16 shows a row with %s', (_name, more) => {
    const { event: shown, skipped, all } = readOne(more);
    expect(shown).toBeDefined();
    expect([skipped, all]).toEqual([0, 2]);
  });

  it.each([
    ['an unknown zone', { start: { dateTime: '2026-11-23T09:00:00.0000000', timeZone: 'tzone://Microsoft/Custom' } }],
    ['a time that is none', { start: { dateTime: 'tomorrow', timeZone: 'UTC' } }],
    ['an end before its start', { end: { dateTime: '2026-11-23T08:00:00.0000000', timeZone: 'UTC' } }],
    ['no id', { id: null }],
  ])('D16 skips and counts a row with %s', (_name, more) => {
    const { skipped, all } = readOne(more);
    expect([skipped, all]).toEqual([1, 1]);
  });

  it('keeps what it does not know about an event as closely as a private one', () => {
    expect(readOne({ sensitivity: 'cosmic' }).event?.sensitivity).toBe('private');
  });

  it('D18 takes the days of an all-day event from their text', () => {
    const { event: shown } = readOne({
      isAllDay: true,
      start: { dateTime: '2026-11-23T00:00:00.0000000', timeZone: 'tzone://Microsoft/Custom' },
      end: { dateTime: '2026-11-25T00:00:00.0000000', timeZone: 'UTC' },
    });
    expect(JSON.parse(JSON.stringify(shown?.time))).toEqual({
      kind: 'allDay',
      start: '2026-11-23',
      end: '2026-11-25',
    });
  });

  it('never counts the organizer or a room among the people', () => {
    const { event: shown } = readOne({
      attendees: [
        { type: 'required', status: { response: 'none' }, emailAddress: { name: 'Ana', address: 'Ana@contoso.com' } },
        {
          type: 'resource',
          status: { response: 'accepted' },
          emailAddress: { name: '3.12', address: 'r@contoso.com' },
        },
      ],
    });
    expect(shown?.attendees).toEqual([
      { name: '3.12', address: 'r@contoso.com', kind: 'resource', answer: 'accepted' },
    ]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'https://', ' x'])('hands on no link such as %s', (link) => {
    const { event: shown } = readOne({ webLink: link, onlineMeeting: { joinUrl: link } });
    expect(shown?.joinUrl).toBeUndefined();
    expect(shown?.webLink).toBeUndefined();
  });
});
