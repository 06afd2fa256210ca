/** Holds one immutable state and tells its listeners when another takes its place. */

export interface ReadableStore<State> {
  readonly get: () => State;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface ExternalStore<State> extends ReadableStore<State> {
  readonly set: (state: State) => void;
}

export function createExternalStore<State>(initial: State): ExternalStore<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (next) => {
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
