import { countHeads } from '../../../src/domain/agenda/headcount.ts';
import { sampleAttendee, sampleEvent, timed } from '../samples/sample-event.ts';

const time = timed('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z');
const organizer = { name: 'Alex', address: 'alex@contoso.example' };
const sam = sampleAttendee('sam@contoso.example', { answer: 'accepted' });
const robin = sampleAttendee('robin@contoso.example', { answer: 'tentative', kind: 'optional' });

describe('countHeads', () => {
  it.each([
    ['my own appointment', [], 1],
    ['everybody invited, and me', [sam, robin, sampleAttendee('jo@contoso.example')], 4],
    ['not whoever declined', [sam, sampleAttendee('kim@contoso.example', { answer: 'declined' })], 2],
    ['no room', [sam, sampleAttendee('boardroom@contoso.example', { kind: 'resource', answer: 'accepted' })], 2],
    ['the organizer once', [sam, sampleAttendee('ALEX@contoso.example')], 2],
  ])('counts %s', (_, attendees, heads) => {
    expect(countHeads(sampleEvent({ time, organizer, attendees }))).toBe(heads);
  });
});
