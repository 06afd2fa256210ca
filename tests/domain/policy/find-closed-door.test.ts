import { DEFAULT_SETTINGS, type Settings } from '../../../src/domain/contract/settings.ts';
import { INTEGRATION_STATES } from '../../../src/domain/contract/session.ts';
import { findClosedDoor } from '../../../src/domain/policy/find-closed-door.ts';

const nobody = { isAdmin: false, isTester: false, isAssigned: false };
const open = (audience: Settings['audience'] = 'everyone', state: (typeof INTEGRATION_STATES)[number] = 'enabled') => ({
  state,
  settings: { ...DEFAULT_SETTINGS, audience },
});

describe('findClosedDoor', () => {
  it.each(INTEGRATION_STATES.filter((state) => state !== 'enabled'))(
    'keeps employees out of an integration that is %s, assigned ones too',
    (state) => {
      expect(findClosedDoor(open('everyone', state), nobody, 'web')).toBe('integration_not_enabled');
      const assigned = { ...nobody, isAssigned: true };
      expect(findClosedDoor(open('assigned', state), assigned, 'web')).toBe('integration_not_enabled');
    },
  );

  it.each(INTEGRATION_STATES)('lets administrators and testers in while it is %s, whatever the audience', (state) => {
    for (const role of ['isAdmin', 'isTester'])
      expect(findClosedDoor(open('assigned', state), { ...nobody, [role]: true }, 'web')).toBeUndefined();
  });

  it('lets in everyone, or those who are assigned', () => {
    expect(findClosedDoor(open(), nobody, 'web')).toBeUndefined();
    expect(findClosedDoor(open('assigned'), nobody, 'web')).toBe('integration_not_enabled');
    expect(findClosedDoor(open('assigned'), { ...nobody, isAssigned: true }, 'web')).toBeUndefined();
  });

  it('keeps everybody off devices that are switched off', () => {
    expect(findClosedDoor(open(), nobody, 'mobile')).toBe('device_not_enabled');
    expect(findClosedDoor(open(), { ...nobody, isAdmin: true }, 'mobile')).toBe('device_not_enabled');
    expect(findClosedDoor(open('everyone', 'untested'), nobody, 'mobile')).toBe('integration_not_enabled');
  });
});
