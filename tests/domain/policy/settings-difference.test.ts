import { settingsDifference } from '../../../src/domain/policy/settings-difference.ts';

describe('settingsDifference', () => {
  it('is nothing where nothing changed', () => {
    expect(
      settingsDifference({ a: { b: [1, { c: 2 }] }, d: null }, { a: { b: [1, { c: 2 }] }, d: null }),
    ).toBeUndefined();
  });

  it('names only the fields that differ, also inside of parts', () => {
    const before = { features: { shifts: false, people: true }, transport: 'automatic', audience: 'everyone' };
    const after = { features: { shifts: true, people: true }, transport: 'relayOnly', audience: 'everyone' };
    expect(settingsDifference(before, after)).toStrictEqual({
      from: { features: { shifts: false }, transport: 'automatic' },
      to: { features: { shifts: true }, transport: 'relayOnly' },
    });
  });

  it('shows lists as a whole', () => {
    expect(settingsDifference({ list: ['a', 'b'] }, { list: ['b', 'a'] })).toStrictEqual({
      from: { list: ['a', 'b'] },
      to: { list: ['b', 'a'] },
    });
  });

  it('leaves a field out on the side where it is absent', () => {
    expect(settingsDifference({ state: 'enabled' }, { state: 'suspended', suspendedBy: ['book'] })).toStrictEqual({
      from: { state: 'enabled' },
      to: { state: 'suspended', suspendedBy: ['book'] },
    });
    expect(settingsDifference({ state: 'suspended', suspendedBy: ['book'] }, { state: 'enabled' })).toStrictEqual({
      from: { state: 'suspended', suspendedBy: ['book'] },
      to: { state: 'enabled' },
    });
    expect(settingsDifference({ by: undefined }, {})).toBeUndefined();
  });
});
