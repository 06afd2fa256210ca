/** Notices a token that comes from two addresses: people roam, thieves replay; an operator who sees many looks closer. */
import { toAddressKey } from './address-key.ts';

interface Memory<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): unknown;
}

export interface ReplayMemory {
  /** By the end of the token's signature. */
  readonly firstAddresses: Memory<string>;
  /** By user. */
  readonly toldAtMs: Memory<number>;
  readonly now: () => number;
  /** A text with the same letters that keeps nothing else in memory. */
  readonly copy: (text: string) => string;
}

const TOLD_EVERY_MS = 10 * 60_000;

/** Whether to tell of it: once for each user and ten minutes. */
export function noticeReplay(
  { firstAddresses, toldAtMs, now, copy }: ReplayMemory,
  user: string,
  token: string,
  address: string | undefined,
): boolean {
  const from = toAddressKey(address);
  const end = token.slice(-43);
  const first = firstAddresses.get(end);
  if (first === undefined) firstAddresses.set(copy(end), from);
  if ((first ?? from) === from || now() - (toldAtMs.get(user) ?? -Infinity) < TOLD_EVERY_MS) return false;
  toldAtMs.set(user, now());
  return true;
}
