/** Follows the theme of the host. */
import { useEffect, useState } from 'react';
import type { Host, HostTheme } from '../host/host.ts';

export function useHostTheme(host: Pick<Host, 'theme' | 'onThemeChange'>): HostTheme {
  const [theme, setTheme] = useState(host.theme);
  useEffect(() => host.onThemeChange(setTheme), [host]);
  return theme;
}
