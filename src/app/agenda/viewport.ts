/** Knows which pieces of the list are near the screen, and how high those were that left it. */

export interface PieceState {
  readonly isNear: boolean;
  /** Measured when it last left the screen. */
  readonly heightPx?: number;
}

export interface Viewport {
  /** Undefined until the browser has said where the piece is. */
  readonly get: (id: string) => PieceState | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  /** A ref callback for the element of a piece. */
  readonly place: (id: string) => (element: HTMLElement | null) => void;
  /** Begins to watch; answers a way to stop. */
  readonly start: () => () => void;
}

const MARGIN = '100% 0px';

const NEAR: PieceState = { isNear: true };

export function createViewport(): Viewport {
  const states = new Map<string, PieceState>();
  const elements = new Map<string, HTMLElement>();
  const listeners = new Set<() => void>();
  const placers = new Map<string, (element: HTMLElement | null) => void>();

  const toState = (entry: IntersectionObserverEntry, element: HTMLElement): PieceState => {
    // what has the focus or is never taken away
    if (entry.isIntersecting || element.contains(document.activeElement)) return NEAR;
    return { isNear: false, heightPx: entry.boundingClientRect.height };
  };
  const onChange = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const entry of entries) {
      const element = entry.target as HTMLElement;
      const id = element.dataset['block'];
      if (id !== undefined && elements.get(id) === element) states.set(id, toState(entry, element));
    }
    for (const listener of listeners) listener();
  };
  let observer: IntersectionObserver | undefined;

  const place = (id: string) => (element: HTMLElement | null) => {
    const before = elements.get(id);
    if (before !== undefined) observer?.unobserve(before);
    if (element === null) elements.delete(id);
    else {
      elements.set(id, element);
      observer?.observe(element);
    }
  };
  const start = (): (() => void) => {
    // the document as root: in a frame of another origin the margin counts only then
    const started = new IntersectionObserver(onChange, { root: document, rootMargin: MARGIN });
    observer = started;
    for (const element of elements.values()) started.observe(element);
    return () => started.disconnect();
  };
  return {
    get: (id) => states.get(id),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    place: (id) => {
      const known = placers.get(id) ?? place(id);
      placers.set(id, known);
      return known;
    },
    start,
  };
}
