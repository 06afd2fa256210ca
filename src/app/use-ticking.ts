/** Reads a value again and again, and draws anew only when it has changed. */
import { useEffect, useState } from 'react';

/** `read` answers a text or a number, so that equal values are the same value; `key` names what it depends on. */
export function useTicking<T extends string | number>(read: () => T, everyMs: number, key: string): T {
  const [seen, setSeen] = useState(() => ({ key, value: read() }));
  // what it depends on has changed: not a tick later
  const current = seen.key === key ? seen : { key, value: read() };
  useEffect(() => {
    const timer = setInterval(() => {
      const value = read();
      setSeen((before) => (before.key === key && before.value === value ? before : { key, value }));
    }, everyMs);
    return () => clearInterval(timer);
  }, [read, everyMs, key]);
  return current.value;
}
