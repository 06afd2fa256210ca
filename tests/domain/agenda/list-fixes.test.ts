import { AGENDA_FLAGS } from '../../../src/domain/agenda/agenda-day.ts';
import { listFixes } from '../../../src/domain/agenda/list-fixes.ts';
import { sampleEvent, timed } from '../samples/sample-event.ts';

const time = timed('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z');
const mine = sampleEvent({ time });
const theirs = sampleEvent({ time, isOrganizer: false, myAnswer: 'accepted' });
const now = { isToday: true, isOver: false };

describe('listFixes', () => {
  it.each([
    ['outsideShift', mine, ['move']],
    ['outsideShift', theirs, ['proposeTime', 'answer']],
    ['outsideShift', { ...theirs, refusesProposals: true as const }, ['answer']],
    ['inPersonOnRemoteDay', mine, ['moveOnline', 'changePlaceToday']],
    ['inPersonOnRemoteDay', theirs, ['askForLink', 'changePlaceToday']],
    ['otherBuilding', mine, ['bookRoom', 'move']],
    ['noRoom', mine, ['bookRoom']],
    ['unanswered', theirs, ['answer']],
  ] as const)('mends %s', (flag, event, expected) => {
    expect(listFixes(flag, { event, ...now })).toEqual(expected);
  });

  it('leaves other days than today to Outlook', () => {
    expect(listFixes('inPersonOnRemoteDay', { event: mine, isToday: false, isOver: false })).toEqual([
      'moveOnline',
      'openWorkHours',
    ]);
  });

  it('mends every flag in some way, and nothing that is over', () => {
    for (const flag of AGENDA_FLAGS) {
      expect(listFixes(flag, { event: mine, ...now }).length).toBeGreaterThan(0);
      expect(listFixes(flag, { event: theirs, ...now }).length).toBeGreaterThan(0);
      expect(listFixes(flag, { event: theirs, isToday: true, isOver: true })).toEqual([]);
    }
  });
});
