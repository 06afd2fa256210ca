/** Applies an administrator's change to the settings: what is left out stays, lists are replaced as a whole. */
import * as v from 'valibot';
import { settingsSchema, type Settings, type SettingsChange } from '../contract/settings.ts';

export function mergeSettings(settings: Settings, change: SettingsChange): Settings {
  const { organisation, features, devices, retention } = settings;
  // parsed again, for the switch itself is no setting
  return v.parse(settingsSchema, {
    ...settings,
    ...change,
    organisation: { ...organisation, ...change.organisation },
    features: { ...features, ...change.features },
    devices: { ...devices, ...change.devices },
    retention: { ...retention, ...change.retention },
  });
}
