/** Follows the theme of the host; the former one stays until the new one is there. */
import type { Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Host, HostTheme } from '../host/host.ts';
import { loadTheme } from './load-theme.ts';

export function useHostTheme(host: Pick<Host, 'onThemeChange'>, first: Theme): Theme {
  const [theme, setTheme] = useState(first);
  useEffect(() => {
    let wanted: HostTheme | undefined;
    host.onThemeChange((name) => {
      wanted = name;
      // one that can't be fetched leaves the page as it is, readable
      loadTheme(name).then(
        (loaded) => wanted === name && setTheme(loaded),
        () => undefined,
      );
    });
  }, [host]);
  return theme;
}
