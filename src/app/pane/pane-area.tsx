/** What stands in the pane for the item that lies open in Outlook; what was typed beside an item is there when it is opened again. */
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import type { Session } from '../../domain/contract/session.ts';
import type { OpenItem } from '../../host/outlook-item.ts';
import { PaneFailed, PaneReading, PaneRefused } from '../../ui/pane/pane-state.tsx';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';
import { ComposeScreen } from './compose-screen.tsx';
import { MessageScreen } from './message-screen.tsx';
import type { PaneServices } from './pane-services.ts';
import { ReadScreen } from './read-screen.tsx';

export interface PaneItemProps {
  readonly services: Services;
  readonly session: Session;
  readonly context: AgendaContext;
  readonly onAgendaChanged: () => void;
}

export interface PaneAreaProps extends Omit<PaneItemProps, 'context'> {
  readonly pane: PaneServices;
  /** Undefined until the agenda was read. */
  readonly context: AgendaContext | undefined;
  /** Stands there while no item is open, and where it could not be read. */
  readonly agenda: ReactNode;
}

type KeyedItem = Extract<OpenItem, { readonly key: string }>;

/** So many items keep what was typed beside them. */
const MOST_HELD = 6;

const isKeyed = (item: OpenItem): item is KeyedItem => 'key' in item;

/** The items opened last, each once and in the order in which they first came, so that nothing on the page moves. */
function useHeldItems(item: OpenItem): readonly KeyedItem[] {
  const [held, setHeld] = useState<readonly KeyedItem[]>([]);
  const [last, setLast] = useState<OpenItem>();
  if (item !== last) {
    setLast(item);
    if (isKeyed(item)) {
      const isHeld = held.some(({ key }) => key === item.key);
      const next = isHeld ? held.map((one) => (one.key === item.key ? item : one)) : [...held, item];
      setHeld(next.slice(-MOST_HELD));
    }
  }
  return held;
}

function ItemScreen(props: PaneItemProps & { readonly item: KeyedItem; readonly onAgain: () => void }): ReactNode {
  const { item, onAgain, ...rest } = props;
  switch (item.kind) {
    case 'appointmentCompose':
      return <ComposeScreen {...rest} draft={item.draft} />;
    case 'appointmentRead':
      return <ReadScreen {...rest} item={item} />;
    case 'messageRead':
      return <MessageScreen {...rest} item={item} />;
    case 'refused':
      return <PaneRefused why={item.why} />;
    case 'failed':
      return <PaneFailed failure={item.failure} onRetry={onAgain} />;
  }
}

export function PaneArea({ pane, agenda, context, ...rest }: PaneAreaProps): ReactNode {
  const item = useSyncExternalStore(pane.items.subscribe, pane.items.get);
  const held = useHeldItems(item);
  const isOpening = item.kind === 'opening';
  if (isOpening && held.length === 0) return <PaneReading />;
  // what went wrong with the agenda is told there, and asked for there
  if (context === undefined) return agenda;
  const open = isKeyed(item) ? item.key : undefined;
  return (
    <>
      {isOpening && <PaneReading />}
      {open === undefined && !isOpening && agenda}
      {held.map((one) => (
        <div key={one.key} hidden={one.key !== open}>
          <ItemScreen {...rest} context={context} item={one} onAgain={pane.again} />
        </div>
      ))}
    </>
  );
}
