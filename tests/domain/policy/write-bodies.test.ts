import {
  readAccept,
  readCurrentLocation,
  readProposal,
  type ReadWrite,
} from '../../../src/domain/policy/write-bodies.ts';

const now = Temporal.Instant.from('2026-11-23T08:00:00Z');
const check = (read: ReadWrite, body: unknown): string => {
  try {
    expect(read(body, now)).toEqual(body);
    return 'ok';
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
};
const at = (time: string) => ({ dateTime: `2026-11-24T${time}:00`, timeZone: 'W. Europe Standard Time' });
const proposedNewTime = { start: at('10:00'), end: at('10:30') };

describe('readAccept', () => {
  it.each([
    ['a plain yes', { sendResponse: true }, 'ok'],
    ['a yes with a message', { comment: 'Gladly', sendResponse: true }, 'ok'],
    ['a silent yes', { sendResponse: false }, 'bad_request'],
    ['a yes that may be silent', {}, 'bad_request'],
    ['a message too long', { comment: 'x'.repeat(1001), sendResponse: true }, 'bad_request'],
    ['another time', { sendResponse: true, proposedNewTime }, 'bad_request'],
    ['a stranger', { sendResponse: true, toRecipients: [] }, 'bad_request'],
  ])('%s is %s', (_name, body, expected) => {
    expect(check(readAccept, body)).toBe(expected);
  });
});

describe('readProposal', () => {
  it.each([
    ['a plain no', { sendResponse: true }, 'ok'],
    ['another time', { comment: 'Later?', sendResponse: true, proposedNewTime }, 'ok'],
    ['a silent no', { sendResponse: false }, 'bad_request'],
    ['a start without its end', { sendResponse: true, proposedNewTime: { start: at('10:00') } }, 'bad_request'],
    [
      'an end before the start',
      { sendResponse: true, proposedNewTime: { start: at('10:00'), end: at('09:30') } },
      'bad_request',
    ],
    [
      'the past',
      {
        sendResponse: true,
        proposedNewTime: { start: { ...at('10:00'), dateTime: '2026-11-22T10:00:00' }, end: at('09:30') },
      },
      'bad_request',
    ],
    [
      'an unknown zone',
      { sendResponse: true, proposedNewTime: { ...proposedNewTime, start: { ...at('10:00'), timeZone: 'Mars' } } },
      'bad_request',
    ],
    ['a place', { sendResponse: true, proposedNewTime: { ...proposedNewTime, location: {} } }, 'bad_request'],
  ])('%s is %s', (_name, body, expected) => {
    expect(check(readProposal, body)).toBe(expected);
  });
});

describe('readCurrentLocation', () => {
  const body = { updateScope: 'currentDay', workLocationType: 'remote' };
  it.each([
    ['home for today', body, 'ok'],
    [
      'an office with its building',
      { ...body, workLocationType: 'office', placeId: 'eeeeeeee-0000-4000-8000-000000000001' },
      'ok',
    ],
    ['another scope', { ...body, updateScope: 'currentSegment' }, 'bad_request'],
    ['time off', { ...body, workLocationType: 'timeOff' }, 'bad_request'],
    ['a path for a building', { ...body, placeId: '../me' }, 'bad_request'],
    ['a note', { ...body, note: 'x' }, 'bad_request'],
  ])('%s is %s', (_name, asked, expected) => {
    expect(check(readCurrentLocation, asked)).toBe(expected);
  });
});
