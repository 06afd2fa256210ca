import { findWhereabouts } from '../../../src/domain/shifts/find-whereabouts.ts';
import type { ColleagueKnowledge } from '../../../src/domain/shifts/colleague-knowledge.ts';
import type { ColleagueShift, PersonPlace } from '../../../src/domain/shifts/whereabouts.ts';
import { block, sampleColleagueShift, sampleKnowledge, span } from '../samples/sample-knowledge.ts';

const sam = { address: 'Sam@contoso.example', objectId: 'sam-id' };
const meeting = span('2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z');
const withShifts = (...shifts: ColleagueShift[]): ColleagueKnowledge =>
  sampleKnowledge({ shifts: { told: { shifts, problems: [] } } });
const withBlocks = (...blocks: ReturnType<typeof block>[]): ColleagueKnowledge =>
  sampleKnowledge({ freeBusy: { told: new Map([['sam@contoso.example', blocks]]) } });
const placeOf = (known: ColleagueKnowledge, stretch = meeting, person = sam): PersonPlace =>
  findWhereabouts(person, stretch, known).place;
const unpublished = { shifts: [], members: [{ userObjectId: 'sam-id', teamId: 't1', team: 'x' }], problems: [] };

describe('findWhereabouts by shifts', () => {
  it.each<[string, ColleagueShift, PersonPlace]>([
    [
      'the building that was mapped',
      sampleColleagueShift('2026-11-23T07:00:00Z', '2026-11-23T15:00:00Z'),
      { kind: 'office', building: 'HQ' },
    ],
    [
      'a shift at least as long as half of the meeting',
      sampleColleagueShift('2026-11-23T10:30:00Z', '2026-11-23T15:00:00Z'),
      { kind: 'office', building: 'HQ' },
    ],
    [
      'a shift for less than half of it: neither on nor off',
      sampleColleagueShift('2026-11-23T10:31:00Z', '2026-11-23T15:00:00Z'),
      { kind: 'unknown', why: 'notSaid' },
    ],
    [
      'off where the shift begins as the meeting ends',
      sampleColleagueShift('2026-11-23T11:00:00Z', '2026-11-23T15:00:00Z'),
      { kind: 'off' },
    ],
    [
      'off where the shift ends as the meeting begins',
      sampleColleagueShift('2026-11-23T02:00:00Z', '2026-11-23T10:00:00Z'),
      { kind: 'off' },
    ],
    [
      'unknown where the nearest shift is another day: that schedule may not be out',
      sampleColleagueShift('2026-11-24T07:00:00Z', '2026-11-24T15:00:00Z'),
      { kind: 'unknown', why: 'notSaid' },
    ],
    [
      'off during a time off, whatever its reason',
      sampleColleagueShift('2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z', { kind: 'off' }),
      { kind: 'off' },
    ],
  ])('knows %s', (_name, shift, expected) => {
    expect(placeOf(withShifts(shift))).toEqual(expected);
  });

  it('says on shift, and no place, where no building was mapped or two shifts name two', () => {
    const hq = sampleColleagueShift('2026-11-23T07:00:00Z', '2026-11-23T15:00:00Z');
    const { userObjectId, start, end, kind, teamId, team } = hq;
    expect(placeOf(withShifts({ userObjectId, start, end, kind, teamId, team }))).toEqual({ kind: 'onShift' });
    expect(placeOf(withShifts(hq, { ...hq, building: 'Annex', teamId: 't2' }))).toEqual({ kind: 'onShift' });
  });

  it('holds a night shift of the day before for on shift', () => {
    const night = sampleColleagueShift('2026-11-22T22:00:00Z', '2026-11-23T06:00:00Z');
    const early = span('2026-11-23T02:00:00Z', '2026-11-23T02:30:00Z');
    expect(placeOf(withShifts(night), early)).toEqual({ kind: 'office', building: 'HQ' });
  });

  it('calls somebody off only where the schedule of their own team is published around that time', () => {
    const others = sampleColleagueShift('2026-11-23T07:00:00Z', '2026-11-23T15:00:00Z', { userObjectId: 'lee-id' });
    expect(placeOf(withShifts(others))).toEqual({ kind: 'unknown', why: 'notSaid' });
    const told = { ...unpublished, shifts: [others] };
    expect(placeOf(sampleKnowledge({ shifts: { told } }))).toEqual({ kind: 'off' });
    expect(placeOf(sampleKnowledge({ shifts: { told: unpublished } }))).toEqual({ kind: 'unknown', why: 'notSaid' });
  });
});

describe('findWhereabouts by the other sources', () => {
  const places = new Map([['sam-id', { kind: 'remote' as const }]]);
  const presence = (asOf: string) => ({ told: { asOf: Temporal.Instant.from(asOf), places } });

  it.each([
    ['during the meeting', '2026-11-23T10:59:00Z', 'remote'],
    ['an hour before it', '2026-11-23T09:00:00Z', 'remote'],
    ['more than an hour before it', '2026-11-23T08:59:59Z', 'office'],
    ['as it ends', '2026-11-23T11:00:00Z', 'office'],
  ])('believes presence before the shift only for now: read %s', (_name, asOf, expected) => {
    const told = { shifts: [sampleColleagueShift('2026-11-23T07:00:00Z', '2026-11-23T15:00:00Z')], problems: [] };
    expect(placeOf(sampleKnowledge({ shifts: { told }, presence: presence(asOf) })).kind).toBe(expected);
  });

  it.each([
    ['oof', 'off'],
    ['workingElsewhere', 'remote'],
    ['busy', 'unknown'],
    ['tentative', 'unknown'],
  ] as const)('takes %s in a calendar for %s', (status, kind) => {
    expect(placeOf(withBlocks(block('2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z', status))).kind).toBe(kind);
    expect(placeOf(withBlocks(block('2026-11-23T10:45:00Z', '2026-11-23T12:00:00Z', status))).kind).toBe('unknown');
  });

  it('says why nothing is known: what could be mended first', () => {
    const off = { why: 'switchedOff' } as const;
    const why = (change: Partial<ColleagueKnowledge>): PersonPlace => placeOf(sampleKnowledge(change));
    expect(why({ shifts: off, presence: off, freeBusy: off })).toEqual({ kind: 'unknown', why: 'switchedOff' });
    expect(why({ shifts: off, freeBusy: off })).toEqual({ kind: 'unknown', why: 'notSaid' });
    expect(why({ shifts: { why: 'notConsented' } })).toEqual({ kind: 'unknown', why: 'notConsented' });
    expect(why({ shifts: { why: 'failed' }, presence: { why: 'notConsented' } })).toEqual({
      kind: 'unknown',
      why: 'failed',
    });
  });

  it('knows nothing of people of other organisations', () => {
    const known = withShifts(sampleColleagueShift('2026-11-23T07:00:00Z', '2026-11-23T15:00:00Z'));
    const place = findWhereabouts({ ...sam, isExternal: true }, meeting, known).place;
    expect(place).toEqual({ kind: 'unknown', why: 'external' });
  });
});
