import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { toIanaZone } from '../../../src/domain/time/zones.ts';
import { WINDOWS_ZONES } from '../../../src/domain/time/windows-zones.ts';

describe('WINDOWS_ZONES', () => {
  it('is what the package windows-iana says for the territory 001', () => {
    const rows = WINDOWS_TO_IANA_MAP.filter(({ territory }) => String(territory) === '001');
    expect(rows.length).toBeGreaterThan(130);
    expect(Object.fromEntries(WINDOWS_ZONES)).toEqual(
      Object.fromEntries(rows.map(({ windowsName, iana }) => [windowsName, iana[0]])),
    );
  });

  it('leads to a zone that this machine knows, for every name', () => {
    expect([...WINDOWS_ZONES.keys()].filter((name) => toIanaZone(name) === undefined)).toEqual([]);
  });
});
