import { buildAgenda } from '../../../src/domain/agenda/build-agenda.ts';
import type { CalendarEvent } from '../../../src/domain/agenda/calendar-event.ts';
import { chooseShifts } from '../../../src/domain/shifts/choose-shifts.ts';
import { toWorkingHourShifts } from '../../../src/domain/shifts/working-hours.ts';
import { ASKED, sampleEvent } from '../samples/sample-event.ts';
import { sampleShift } from '../samples/sample-shift.ts';

/** A story told in times on the wall; none of these zones changes its clock in that week. */
function tell(zone: string): readonly string[] {
  const at = (wall: string): Temporal.Instant => Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant();
  const event = (id: string, start: string, end: string, change: Partial<CalendarEvent> = {}): CalendarEvent =>
    sampleEvent({ ...ASKED, id, time: { kind: 'timed', start: at(start), end: at(end) }, ...change });
  const workPlan = [
    sampleShift(at('2026-11-24T09:00').toString(), at('2026-11-24T17:00').toString(), { place: { kind: 'remote' } }),
    sampleShift(at('2026-11-25T22:00').toString(), at('2026-11-26T06:00').toString()),
  ];
  const hours = {
    daysOfWeek: [1, 2, 3, 4, 5],
    start: Temporal.PlainTime.from('08:00'),
    end: Temporal.PlainTime.from('16:00'),
  };
  const workingHours = toWorkingHourShifts(
    { ...hours, zone },
    { start: at('2026-11-22T00:00'), end: at('2026-11-29T00:00') },
  );
  const days = buildAgenda({
    events: [
      event('sunday', '2026-11-22T10:00', '2026-11-22T11:00'),
      event('before hours', '2026-11-23T07:00', '2026-11-23T08:00'),
      event('in hours', '2026-11-23T15:00', '2026-11-23T16:00'),
      event('gate', '2026-11-24T10:00', '2026-11-24T11:00', { locations: [{ name: 'Gate 2' }] }),
      event('late', '2026-11-24T23:30', '2026-11-25T00:30'),
      event('round', '2026-11-26T02:00', '2026-11-26T02:30'),
      event('trip', '2026-11-26T12:00', '2026-11-28T12:00', { showAs: 'free' }),
      sampleEvent({
        id: 'holiday',
        time: {
          kind: 'allDay',
          start: Temporal.PlainDate.from('2026-11-23'),
          end: Temporal.PlainDate.from('2026-11-25'),
        },
      }),
    ],
    shifts: chooseShifts({ workPlan, teamsShifts: [], workingHours, order: ['workPlan', 'workingHours'], zone }),
    zone,
    from: Temporal.PlainDate.from('2026-11-22'),
    days: 7,
  });
  return days.flatMap(({ date, shifts, entries }) => [
    `${date.toString()} ${shifts.map(({ source, place }) => `${source} ${place.kind}`).join()}`,
    ...entries.map((entry) =>
      `  ${entry.event.id} ${entry.part} ${entry.date.toString()} ${entry.flags.join()}`.trimEnd(),
    ),
  ]);
}

describe('the agenda', () => {
  it.each([
    'UTC',
    'Europe/Amsterdam',
    'America/New_York',
    'America/Los_Angeles',
    'Asia/Kathmandu',
    'Asia/Tokyo',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
  ])('D19 tells the same story in %s, whatever zone this machine keeps', (zone) => {
    expect(tell(zone)).toEqual([
      '2026-11-22 workingHours off',
      '  sunday whole 2026-11-22 outsideShift',
      '2026-11-23 workingHours unknown',
      '  holiday first 2026-11-23',
      '  before hours whole 2026-11-23 outsideShift',
      '  in hours whole 2026-11-23',
      '2026-11-24 workPlan remote',
      '  holiday last 2026-11-24',
      '  gate whole 2026-11-24 inPersonOnRemoteDay',
      '  late whole 2026-11-24 outsideShift',
      '2026-11-25 workPlan office',
      '  round whole 2026-11-26',
      '2026-11-26 workingHours unknown',
      '  trip first 2026-11-26',
      '2026-11-27 workingHours unknown',
      '  trip middle 2026-11-27',
      '2026-11-28 workingHours off',
      '  trip last 2026-11-28',
    ]);
  });
});
