import { ALL_SHOWN, applyChoices } from '../../../src/domain/agenda/apply-choices.ts';
import { buildAgenda } from '../../../src/domain/agenda/build-agenda.ts';
import { ASKED, sampleEvent, timed } from '../samples/sample-event.ts';
import { sampleShift } from '../samples/sample-shift.ts';

const late = timed('2026-11-24T15:30:00Z', '2026-11-24T16:30:00Z');
const about = {
  shifts: [sampleShift('2026-11-24T08:00:00Z', '2026-11-24T16:00:00Z')],
  zone: 'UTC',
  from: Temporal.PlainDate.from('2026-11-24'),
  days: 1,
};
const days = buildAgenda({
  ...about,
  events: [
    sampleEvent({ ...ASKED, id: 'a', calendarId: 'own', time: late }),
    sampleEvent({ ...ASKED, id: 'b', calendarId: 'side', time: late }),
  ],
});
const told = (choices: Partial<typeof ALL_SHOWN>): string[] =>
  applyChoices(days, { ...ALL_SHOWN, ...choices }).flatMap(({ entries }) =>
    entries.map(({ event, flags }) => `${event.id} ${flags.join()}`),
  );

describe('applyChoices', () => {
  it('leaves everything as it is where nothing is switched off', () => {
    expect(applyChoices(days, ALL_SHOWN)).toBe(days);
    expect(told({})).toEqual(['a outsideShift', 'b outsideShift,doubleBooked']);
  });

  it('leaves out the events of a calendar that is off', () => {
    expect(told({ hiddenCalendars: ['side'] })).toEqual(['a outsideShift']);
  });

  it('still counts a calendar that is off as busy: not seen is not free', () => {
    const inside = buildAgenda({
      ...about,
      events: [
        sampleEvent({ id: 'b', calendarId: 'side', time: timed('2026-11-24T09:00:00Z', '2026-11-24T11:00:00Z') }),
        sampleEvent({ id: 'a', calendarId: 'own', time: timed('2026-11-24T10:00:00Z', '2026-11-24T12:00:00Z') }),
      ],
    });
    const [day] = applyChoices(inside, { ...ALL_SHOWN, hiddenCalendars: ['side'] });
    expect(day?.entries.map(({ event, flags }) => [event.id, flags])).toEqual([['a', ['doubleBooked']]]);
    expect(day?.free.map(({ start, end }) => `${start.toString()} ${end.toString()}`)).toEqual([
      '2026-11-24T08:00:00Z 2026-11-24T09:00:00Z',
      '2026-11-24T12:00:00Z 2026-11-24T16:00:00Z',
    ]);
  });

  it('shows the next worst flag where the worst is off', () => {
    expect(told({ hiddenFlags: ['outsideShift'] })).toEqual(['a ', 'b doubleBooked']);
  });
});
