/** A closed door from which the help can be opened, and which stands there again when it is closed. */
import { type ReactNode, useState } from 'react';
import { ClosedDoor, type ClosedDoorProps } from '../../ui/shared/closed-door.tsx';
import { LazyScreen } from '../lazy-screen.tsx';
import { loadHelpScreen } from '../load-help-screen.ts';

export function HelpedDoor(props: Omit<ClosedDoorProps, 'onOpenHelp'>): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { helpContact = '' } = props;
  const onClose = (): void => setOpen(false);
  if (!isOpen) return <ClosedDoor {...props} onOpenHelp={() => setOpen(true)} />;
  return <LazyScreen load={loadHelpScreen} screenProps={{ helpContact, isTrouble: true, onClose }} />;
}
