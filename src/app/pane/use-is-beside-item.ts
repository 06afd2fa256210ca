/** Whether an item lies open in Outlook: then the page is about it, and offers no booking apart from it. */
import { useSyncExternalStore } from 'react';
import type { PaneServices } from './pane-services.ts';

const nothing = () => () => undefined;

export const useIsBesideItem = (pane: PaneServices | undefined): boolean =>
  useSyncExternalStore(pane?.items.subscribe ?? nothing, () => pane !== undefined && pane.items.get().kind !== 'none');
