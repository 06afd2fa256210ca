/** What Outlook's task pane knows besides: the item that lies open. */
import type { OfficeApi } from '../../host/open-office.ts';
import { type OpenItem, watchOpenItem } from '../../host/outlook-item.ts';
import { createExternalStore, type ReadableStore } from '../external-store.ts';

export interface PaneServices {
  readonly items: ReadableStore<OpenItem>;
  /** Looks at the open item anew, after one that could not be read. */
  readonly again: () => void;
}

export function createPaneServices(office: OfficeApi, newId: () => string): PaneServices {
  const items = createExternalStore<OpenItem>({ kind: 'opening' });
  const { again } = watchOpenItem({ office, newId, onItem: items.set });
  return { items, again };
}
