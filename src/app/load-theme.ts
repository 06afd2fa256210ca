/** Fetches the theme that the host shows: three themes weigh three times as much. */
import type { Theme } from '@fluentui/react-components';
import type { HostTheme } from '../host/host.ts';

const LOADS: Readonly<Record<HostTheme, () => Promise<{ readonly theme: Theme }>>> = {
  light: () => import(/* webpackChunkName: "theme-light" */ './themes/light-theme.ts'),
  dark: () => import(/* webpackChunkName: "theme-dark" */ './themes/dark-theme.ts'),
  contrast: () => import(/* webpackChunkName: "theme-contrast" */ './themes/contrast-theme.ts'),
};

export async function loadTheme(name: HostTheme): Promise<Theme> {
  return (await LOADS[name]()).theme;
}
