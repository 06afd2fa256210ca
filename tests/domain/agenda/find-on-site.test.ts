import { findOnSite } from '../../../src/domain/agenda/find-on-site.ts';
import type { Attendee } from '../../../src/domain/agenda/calendar-event.ts';
import type { ColleagueShift } from '../../../src/domain/shifts/whereabouts.ts';
import { sampleAttendee, sampleEvent, timed } from '../samples/sample-event.ts';

const ids: Readonly<Record<string, string>> = { sam: 'id-sam', lee: 'id-lee' };
const people = new Map(
  Object.entries(ids).map(([name, objectId]) => [
    `${name}@x.example`,
    { objectId, name, address: `${name}@x.example`, isExternal: false },
  ]),
);
const shift = (name: string, kind: 'shift' | 'off', building?: string): ColleagueShift => ({
  ...{ userObjectId: ids[name] ?? '', kind, teamId: 't', team: 'Desk' },
  start: Temporal.Instant.from('2026-11-24T07:00:00Z'),
  end: Temporal.Instant.from('2026-11-24T15:00:00Z'),
  ...(building === undefined ? {} : { building }),
});
const invite = (name: string, change: Partial<Attendee> = {}): Attendee => sampleAttendee(`${name}@x.example`, change);

function find(attendees: readonly Attendee[], shifts: readonly ColleagueShift[]) {
  const event = sampleEvent({ attendees, time: timed('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z') });
  const known = {
    shifts: { told: { shifts, problems: [] } },
    presence: { why: 'switchedOff' },
    freeBusy: { why: 'switchedOff' },
  } as const;
  return findOnSite({ event, known, people: { told: people } });
}

describe('findOnSite', () => {
  it.each([
    ['somebody who is on shift in a building', [invite('sam')], [shift('sam', 'shift', 'HQ')], 'some'],
    ['somebody on shift, building not said', [invite('sam')], [shift('sam', 'shift')], 'some'],
    ['one on shift among unknown', [invite('sam'), invite('pat')], [shift('sam', 'shift')], 'some'],
    ['nobody but who is off', [invite('lee')], [shift('lee', 'off')], 'none'],
    [
      'nobody: who is on shift has declined',
      [invite('sam', { answer: 'declined' })],
      [shift('sam', 'shift')],
      undefined,
    ],
    ['who is off and who is not known', [invite('lee'), invite('pat')], [shift('lee', 'off')], undefined],
    ['nothing known', [invite('sam')], [], undefined],
    ['a room alone', [invite('room', { kind: 'resource' })], [], undefined],
  ] as const)('of a meeting with %s', (_, attendees, shifts, expected) => {
    expect(find(attendees, shifts)).toBe(expected);
  });
});
