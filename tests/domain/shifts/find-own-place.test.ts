import fc from 'fast-check';
import { findOwnPlace } from '../../../src/domain/shifts/find-own-place.ts';
import { span } from '../samples/sample-knowledge.ts';
import { sampleShift } from '../samples/sample-shift.ts';

const at = (start: string, end: string) => span(`2026-11-24T${start}:00Z`, `2026-11-24T${end}:00Z`);
const shift = (start: string, end: string, change = {}) =>
  sampleShift(`2026-11-24T${start}:00Z`, `2026-11-24T${end}:00Z`, change);
const remote = { place: { kind: 'remote' } };
const off = { place: { kind: 'off' } };
const day = shift('08:00', '16:00');

describe('findOwnPlace', () => {
  it.each([
    ['the shift that runs', [day], at('10:00', '11:00'), { kind: 'office', building: 'HQ' }],
    ['the one that takes most of it', [day, shift('16:00', '20:00', remote)], at('15:30', '17:00'), { kind: 'remote' }],
    [
      'a shift of which nobody says where',
      [shift('08:00', '16:00', { place: { kind: 'unknown' } })],
      at('09:00', '10:00'),
      { kind: 'onShift' },
    ],
    ['off where it starts as the shift ends', [day], at('16:00', '17:00'), { kind: 'off' }],
    ['off before the shift of the day', [day], at('06:00', '07:00'), { kind: 'off' }],
    ['a time off', [shift('00:00', '23:59', off)], at('10:00', '11:00'), { kind: 'off' }],
    [
      'work before a time off that covers it',
      [shift('00:00', '23:59', off), day],
      at('10:00', '11:00'),
      { kind: 'office', building: 'HQ' },
    ],
    [
      'nothing half a day after the last shift',
      [shift('00:00', '04:00')],
      at('16:00', '17:00'),
      { kind: 'unknown', why: 'notSaid' },
    ],
    ['nothing without shifts', [], at('10:00', '11:00'), { kind: 'unknown', why: 'notSaid' }],
  ] as const)('knows %s', (_name, shifts, stretch, expected) => {
    expect(findOwnPlace(shifts, stretch).place).toEqual(expected);
  });

  it('knows a night shift across the change of clocks', () => {
    const night = sampleShift('2026-10-24T20:00:00Z', '2026-10-25T05:00:00Z');
    expect(findOwnPlace([night], span('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z')).place.kind).toBe('office');
    expect(findOwnPlace([night], span('2026-10-25T05:00:00Z', '2026-10-25T06:00:00Z')).place.kind).toBe('off');
  });

  it('says the same in whatever order shifts come', () => {
    const all = [day, shift('12:00', '18:00', { ...remote, id: 'b' }), shift('18:00', '20:00', { ...off, id: 'c' })];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 3 }), fc.nat(22), (shifts, hour) => {
        const stretch = span(`2026-11-24T${String(hour).padStart(2, '0')}:00:00Z`, '2026-11-24T23:00:00Z');
        expect(findOwnPlace(shifts, stretch)).toEqual(findOwnPlace(all, stretch));
      }),
    );
  });
});
