import { toIanaZone } from '../../../src/domain/time/zones.ts';

describe('toIanaZone', () => {
  it.each([
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['pacific standard time', 'America/Los_Angeles'],
    ['UTC-11', 'Etc/GMT+11'],
    ['UTC+12', 'Etc/GMT-12'],
    ['Europe/Amsterdam', 'Europe/Amsterdam'],
    ['europe/amsterdam', 'Europe/Amsterdam'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['America/Port-au-Prince', 'America/Port-au-Prince'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
    ['UTC', 'UTC'],
    ['Etc/UTC', 'UTC'],
    ['tzone://Microsoft/Utc', 'UTC'],
  ])('reads %s as %s', (name, zone) => {
    expect(toIanaZone(name)).toBe(zone);
  });

  it.each([
    '',
    ' ',
    'tzone://Microsoft/Custom',
    'Customized Time Zone',
    'Europe/Atlantis',
    '+02:00',
    '-05',
    '2026-11-24T10:00+01:00[Europe/Berlin]',
    'Europe/Berlin; DROP',
    'Europe//Berlin',
    '__proto__',
    'constructor',
    'x'.repeat(100_000),
  ])('does not know %j (cut)', (name) => {
    expect(toIanaZone(name)).toBeUndefined();
    expect(toIanaZone(name)).toBeUndefined();
  });

  it('still knows its zones after very many strange names', () => {
    for (let index = 0; index < 2_000; index += 1) toIanaZone(`Nowhere/Place${index}`);
    expect(toIanaZone('W. Europe Standard Time')).toBe('Europe/Berlin');
  });
});
