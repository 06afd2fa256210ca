import { groupAttendees } from '../../../src/domain/agenda/group-attendees.ts';
import { sampleAttendee, sampleEvent, timed } from '../samples/sample-event.ts';

const time = timed('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z');
const organizer = { name: 'Alex', address: 'alex@contoso.example' };
const sam = sampleAttendee('sam@contoso.example', { answer: 'accepted' });
const robin = sampleAttendee('robin@contoso.example', { answer: 'tentative', kind: 'optional' });
const kim = sampleAttendee('kim@contoso.example', { answer: 'declined' });
const jo = sampleAttendee('jo@contoso.example');
const room = sampleAttendee('boardroom@contoso.example', { kind: 'resource', answer: 'accepted' });

describe('groupAttendees', () => {
  it('puts each under the answer, the organizer apart, rooms nowhere', () => {
    const event = sampleEvent({ time, organizer, attendees: [sam, room, robin, kim, jo] });
    expect(groupAttendees(event)).toEqual({
      organizer,
      accepted: [sam],
      tentative: [robin],
      declined: [kim],
      none: [jo],
    });
  });

  it('counts nobody twice, and the organizer among no answers', () => {
    const attendees = [
      sam,
      { ...sam, address: 'SAM@contoso.example', answer: 'none' as const },
      sampleAttendee('Alex@Contoso.example'),
    ];
    const groups = groupAttendees(sampleEvent({ time, organizer, attendees }));
    expect([groups.accepted, groups.none]).toEqual([[sam], []]);
  });

  it('keeps people without an address, each for themselves', () => {
    const nameless = sampleAttendee('', { name: 'Group' });
    const groups = groupAttendees(
      sampleEvent({ time, organizer: { name: '', address: '' }, attendees: [nameless, nameless] }),
    );
    expect(groups.none).toHaveLength(2);
  });

  it('D16 has no organizer where Graph told none', () => {
    expect(groupAttendees(sampleEvent({ time }))).toEqual({ accepted: [], tentative: [], declined: [], none: [] });
  });
});
