/** The record of all Graph calls, as they came and as they were answered; long ones are packed, for a large tenant's answers would fill the memory. */
import { promisify } from 'node:util';
import { deflateRaw, inflateRawSync } from 'node:zlib';

interface Exchange {
  readonly method: string;
  /** Path with query, as it was sent. */
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody?: unknown;
  /** 0: never answered. */
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody?: unknown;
}

export interface Traffic {
  /** `faulted`: a fault answered it, or a call inside of it. */
  add(exchange: Exchange, faulted: boolean): void;
  /** One JSON object a line; without `all`, only what the service itself answered with success. */
  lines(all: boolean): Iterable<string>;
  clear(): void;
}

interface Kept {
  readonly clean: boolean;
  /** Packed where it is a buffer. */
  line: string | Buffer;
}

/** Shorter lines are not worth the trouble. */
const PACKED_FROM_CHARS = 4096;
const pack = promisify(deflateRaw);

const toText = ({ line }: Kept): string => (typeof line === 'string' ? line : inflateRawSync(line).toString());

export function createTraffic(): Traffic {
  let kept: Kept[] = [];
  // one at a time, beside the calls: each packing needs memory of its own
  let packing = Promise.resolve();
  const packLater = (one: Kept): void => {
    packing = packing.then(async () => {
      one.line = await pack(one.line, { level: 1 });
    });
  };
  return {
    add: (exchange, faulted) => {
      const clean = !faulted && exchange.status > 0 && exchange.status < 400;
      const one: Kept = { clean, line: JSON.stringify(exchange) };
      kept.push(one);
      if (one.line.length >= PACKED_FROM_CHARS) packLater(one);
    },
    // one by one, for together they may be longer than a string can be
    *lines(all) {
      for (const one of [...kept]) if (all || one.clean) yield `${toText(one)}\n`;
    },
    clear: () => {
      kept = [];
    },
  };
}
