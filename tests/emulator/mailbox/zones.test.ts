/** Wall clocks of Windows and IANA zones. */
import { findZone, fromLocalText, toLocalText } from '../../../emulator/mailbox/zones.ts';

describe('zones', () => {
  it.each([
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['UTC', 'UTC'],
    ['Europe/Amsterdam', 'Europe/Amsterdam'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['US/Pacific', 'US/Pacific'],
  ])('know %s [A2]', (name, zone) => {
    expect(findZone(name)).toBe(zone);
  });

  it.each([
    '',
    '+01:00',
    'GMT+6:30',
    'Europe/Nowhere',
    'Berlin',
    'tzone://Microsoft/Custom',
    '../etc',
    'EUROPE/BERLIN',
    'europe/berlin',
  ])('do not know "%s" [A2]', (name) => {
    expect(findZone(name)).toBeUndefined();
  });

  it.each([
    ['in winter', '2026-12-01T09:00:00', '2026-12-01T08:00:00.000Z'],
    ['in summer', '2026-07-01T09:00:00.0000000', '2026-07-01T07:00:00.000Z'],
    ['the later one in the gap of spring', '2027-03-28T02:30:00', '2027-03-28T01:30:00.000Z'],
    ['the earlier one when autumn has it twice', '2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
    ['just before the clocks change', '2027-03-28T01:59:59', '2027-03-28T00:59:59.000Z'],
    ['with an offset of its own', '2026-12-01T09:00:00-05:00', '2026-12-01T14:00:00.000Z'],
    ['to the minute', '2026-12-01T09:00', '2026-12-01T08:00:00.000Z'],
  ])('read a time in Berlin %s [A2]', (_name, text, utc) => {
    expect(new Date(fromLocalText(text, 'Europe/Berlin')).toISOString()).toBe(utc);
  });

  it.each(['2026-02-30T09:00:00', '2026-13-01T09:00:00', '2026-12-01', '2026-12-01T25:00:00', 'noon', ''])(
    'refuse "%s" [A2]',
    (text) => {
      expect(() => fromLocalText(text, 'Europe/Berlin')).toThrow(RangeError);
    },
  );

  it.each([
    ['2027-03-28T00:59:59.000Z', '2027-03-28T01:59:59.0000000'],
    ['2027-03-28T01:00:00.000Z', '2027-03-28T03:00:00.0000000'],
    ['2026-10-25T00:59:59.000Z', '2026-10-25T02:59:59.0000000'],
    ['2026-10-25T01:00:00.000Z', '2026-10-25T02:00:00.0000000'],
  ])('write %s as %s in Berlin [A2]', (utc, text) => {
    expect(toLocalText(Date.parse(utc), 'Europe/Berlin')).toBe(text);
  });
});
