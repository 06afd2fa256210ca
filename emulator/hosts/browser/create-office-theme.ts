/** Runs in the pane: Outlook's colours for a theme. Sent as text, so it refers to nothing outside of itself. */
import type { OfficeSettings } from '../outlook-settings.ts';
import type { StubOf } from '../stub-of.ts';

type OfficeTheme = StubOf<Office.OfficeTheme>;

export function createOfficeTheme(platform: OfficeSettings['platform']): (name: string) => OfficeTheme | undefined {
  const colours: Readonly<Record<string, readonly [string, string]>> = {
    light: ['#FFFFFF', '#212121'],
    dark: ['#292929', '#FFFFFF'],
    contrast: ['#000000', '#FFFFFF'],
  };
  // no theme on phones, neither isDarkTheme nor themeId anywhere (platform facts H3)
  return (name) => {
    const [ground, ink] = colours[name] ?? ['#FFFFFF', '#212121'];
    const body = { bodyBackgroundColor: ground, bodyForegroundColor: ink };
    return platform === 'Android'
      ? undefined
      : { ...body, controlBackgroundColor: ground, controlForegroundColor: ink };
  };
}
