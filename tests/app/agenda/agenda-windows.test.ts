import { planFirstRead, planMoreRead } from '../../../src/app/agenda/agenda-windows.ts';
import { instant } from '../../support/screen-events.ts';

const said = ({ window, until }: ReturnType<typeof planFirstRead>): readonly string[] => [
  window.start.toString(),
  window.end.toString(),
  until.toString(),
];

describe('planFirstRead', () => {
  it.each([
    [
      'an ordinary day',
      '2026-11-23T08:00:00Z',
      'Europe/Amsterdam',
      '2026-11-21T23:00:00Z',
      '2026-11-30T23:00:00Z',
      '2026-11-30',
    ],
    [
      'just before midnight',
      '2026-11-23T22:59:59Z',
      'Europe/Amsterdam',
      '2026-11-21T23:00:00Z',
      '2026-11-30T23:00:00Z',
      '2026-11-30',
    ],
    [
      'midnight',
      '2026-11-23T23:00:00Z',
      'Europe/Amsterdam',
      '2026-11-22T23:00:00Z',
      '2026-12-01T23:00:00Z',
      '2026-12-01',
    ],
    [
      'the clock going back',
      '2026-10-24T08:00:00Z',
      'Europe/Amsterdam',
      '2026-10-22T22:00:00Z',
      '2026-10-31T23:00:00Z',
      '2026-10-31',
    ],
  ])('reads a day more on both sides of seven on %s', (_name, now, zone, ...expected) => {
    expect(said(planFirstRead(instant(now), zone))).toEqual(expected);
  });

  it('reads all that is shown when it reads anew', () => {
    const plan = planFirstRead(instant('2026-11-23T08:00:00Z'), 'UTC', Temporal.PlainDate.from('2026-12-14'));
    expect(said(plan)).toEqual(['2026-11-22T00:00:00Z', '2026-12-15T00:00:00Z', '2026-12-14']);
  });
});

describe('planMoreRead', () => {
  it('goes on where the last window ended, for two weeks', () => {
    const plan = planMoreRead(instant('2026-12-01T00:00:00Z'), Temporal.PlainDate.from('2026-11-30'), 'UTC');
    expect(said(plan)).toEqual(['2026-12-01T00:00:00Z', '2026-12-15T00:00:00Z', '2026-12-14']);
  });
});
