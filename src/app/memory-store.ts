/** What a person's own mailbox remembers for this page: read from it, changed at once, kept in it where it takes that. */

export interface MemoryState<T> {
  readonly memory: T;
  /** The mailbox has answered, or could not. */
  readonly isSettled: boolean;
  /** The mailbox does not take it: it lasts as long as the page. */
  readonly isPageOnly: boolean;
}

type Change<T> = (memory: T) => T;

export interface MemoryStore<T> {
  readonly state: () => MemoryState<T>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (change: Change<T>) => void;
}

export interface MemoryCalls<T> {
  /** What is held before the mailbox has answered, and where it can't. */
  readonly none: T;
  readonly read: () => Promise<T>;
  readonly keep: (memory: T) => Promise<void>;
}

/** Each change is made to what the mailbox holds by then, so that two pages don't undo each other's. */
export function createMemoryStore<T>({ none, read, keep }: MemoryCalls<T>): MemoryStore<T> {
  let state: MemoryState<T> = { memory: none, isSettled: false, isPageOnly: false };
  let waiting: readonly Change<T>[] = [];
  let isKeeping = false;
  const listeners = new Set<() => void>();
  const show = (next: MemoryState<T>): void => {
    // what the mailbox confirms is on screen already
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const apply = (memory: T, changes: readonly Change<T>[]): T =>
    changes.reduce((before, change) => change(before), memory);

  const first = read().then(
    (memory) => show({ ...state, isSettled: true, memory: apply(memory, waiting) }),
    // said only once there is something that could be lost
    () => show({ ...state, isSettled: true }),
  );
  const flush = async (): Promise<void> => {
    if (isKeeping) return;
    isKeeping = true;
    await first;
    try {
      while (waiting.length > 0) {
        const taken = waiting;
        const held = apply(await read(), taken);
        await keep(held);
        waiting = waiting.slice(taken.length);
        show({ memory: apply(held, waiting), isSettled: true, isPageOnly: false });
      }
    } catch {
      // what failed here goes along with the next change
      show({ ...state, isPageOnly: true });
    } finally {
      isKeeping = false;
    }
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (change) => {
      waiting = [...waiting, change];
      show({ ...state, memory: change(state.memory) });
      void flush();
    },
  };
}
