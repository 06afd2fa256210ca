/** Moves the focus into a screen that opens and back to where it came from when it closes. */
import { type RefObject, useEffect, useRef } from 'react';

export function usePanelFocus(isOpen: boolean): RefObject<HTMLDivElement> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const opener = document.activeElement;
    ref.current?.focus({ preventScroll: true });
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, [isOpen]);
  return ref;
}
