import { DEFAULT_SETTINGS } from '../../../src/domain/contract/settings.ts';
import { mergeSettings } from '../../../src/domain/policy/merge-settings.ts';

describe('mergeSettings', () => {
  it('leaves alone what the change does not name, also inside of its parts', () => {
    const after = mergeSettings(DEFAULT_SETTINGS, {
      features: { shifts: true },
      devices: { mobile: true },
      organisation: { name: 'Contoso' },
      retention: { logDays: 7 },
    });
    expect(after).toEqual({
      ...DEFAULT_SETTINGS,
      features: { freeBusy: false, shifts: true, presence: false, people: false },
      devices: { web: true, desktop: true, mobile: true },
      organisation: { name: 'Contoso', welcomeText: '', helpContact: '' },
      retention: { auditDays: 365, logDays: 7 },
    });
  });

  it('replaces lists as a whole', () => {
    const before = { ...DEFAULT_SETTINGS, buildings: ['A', 'B'] };
    expect(mergeSettings(before, { buildings: ['C'], shiftSources: ['workPlan'] })).toMatchObject({
      buildings: ['C'],
      shiftSources: ['workPlan'],
    });
  });

  it('keeps the switch out of the settings, and what it was given unchanged', () => {
    const before = Object.freeze({ ...DEFAULT_SETTINGS, features: Object.freeze({ ...DEFAULT_SETTINGS.features }) });
    expect(mergeSettings(before, { enabled: true })).toEqual(DEFAULT_SETTINGS);
  });
});
