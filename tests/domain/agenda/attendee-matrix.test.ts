import { buildAttendeeMatrix, countAnswers, type MatrixInput } from '../../../src/domain/agenda/attendee-matrix.ts';
import type { Colleague } from '../../../src/domain/shifts/colleague.ts';
import { sampleAttendee, sampleEvent } from '../samples/sample-event.ts';
import { sampleColleagueShift, sampleKnowledge, span } from '../samples/sample-knowledge.ts';

const time = span('2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z');
const colleague = (name: string, isExternal = false): Colleague => ({
  ...{ name, objectId: `${name}-id`, address: `${name}@contoso.example`, isExternal },
});
const shiftOf = (name: string, building = '') => {
  const { building: mapped = '', ...bare } = sampleColleagueShift('2026-11-23T07:00:00Z', '2026-11-23T15:00:00Z', {
    building,
  });
  return { ...bare, userObjectId: `${name}-id`, ...(mapped === '' ? {} : { building: mapped }) };
};
const known = sampleKnowledge({
  shifts: { told: { shifts: [shiftOf('sam', 'HQ'), shiftOf('noor', 'Annex'), shiftOf('lee')], problems: [] } },
});
const people = new Map(['alex', 'sam', 'noor', 'lee'].map((name) => [`${name}@contoso.example`, colleague(name)]));
const invite = (
  name: string,
  answer: 'accepted' | 'tentative' | 'declined' | 'none',
  kind: 'required' | 'resource' = 'required',
) => sampleAttendee(name.includes('@') ? name : `${name}@contoso.example`, { name, answer, kind });
const event = sampleEvent({
  time: { kind: 'timed', ...time },
  isOrganizer: true,
  organizer: { name: 'alex', address: 'alex@contoso.example' },
  attendees: [
    invite('sam', 'accepted'),
    invite('SAM@contoso.example', 'declined'),
    invite('noor', 'tentative'),
    invite('lee', 'none'),
    invite('birch', 'accepted', 'resource'),
    invite('all-staff', 'none'),
    invite('pat@northwind.example', 'accepted'),
  ],
});
const build = (change: Partial<MatrixInput> = {}) =>
  buildAttendeeMatrix({
    ...{ event, time, known, people: { told: people }, ownAddress: 'alex@contoso.example', building: 'hq' },
    mine: { place: { kind: 'office', building: 'HQ' }, source: 'workPlan' },
    ...change,
  });
const rows = (matrix = build()) => matrix.people.map(({ name, answer, row }) => `${name} ${answer} ${row}`);

describe('buildAttendeeMatrix', () => {
  it('says of each what they answered and where they will be, each person once', () => {
    expect(rows()).toEqual([
      'sam accepted sameBuilding',
      'noor tentative otherBuilding',
      'lee none onSite',
      'pat@northwind.example accepted unknown',
    ]);
    expect(build().organizer).toMatchObject({ answer: 'organizer', isMe: true, row: 'sameBuilding' });
  });

  it('never counts rooms, nor addresses of our own that are nobody in the directory', () => {
    expect(build().groups.map(({ name }) => name)).toEqual(['all-staff']);
    // the directory could not be asked: nobody can say that it is a group
    expect(rows(build({ people: { why: 'notConsented' } }))).toContain('all-staff none unknown');
  });

  it('marks people of other organisations, whose place nobody knows', () => {
    const pat = build().people.find(({ name }) => name.startsWith('pat'));
    expect(pat).toMatchObject({ isExternal: true, whereabouts: { place: { kind: 'unknown', why: 'external' } } });
    const guests = new Map([...people, ['lee@contoso.example', colleague('lee', true)]]);
    expect(build({ people: { told: guests } }).people.find(({ name }) => name === 'lee')?.isExternal).toBe(true);
  });

  it('counts heads to expect on site: surely, perhaps, and not known', () => {
    expect(build().expected).toEqual({ sure: 2, maybe: 0, unknown: 2 });
    const annex = build({ building: 'Annex' });
    expect(annex.expected).toEqual({ sure: 0, maybe: 1, unknown: 2 });
    // without a building to compare with nobody is in the same one
    expect(build({ building: undefined }).expected).toEqual({ sure: 0, maybe: 0, unknown: 5 });
  });

  it('counts the answers of a row without the organizer', () => {
    const { people: placed, organizer } = build();
    const all = organizer === undefined ? placed : [organizer, ...placed];
    expect(countAnswers(all, 'sameBuilding')).toEqual({ accepted: 1, tentative: 0, none: 0, declined: 0 });
  });
});
