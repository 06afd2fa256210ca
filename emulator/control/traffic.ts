/** The record of all Graph calls, as they came and as they were answered. */

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
  toLines(all: boolean): string;
  clear(): void;
}

export function createTraffic(): Traffic {
  let kept: { readonly line: string; readonly clean: boolean }[] = [];
  return {
    add: (exchange, faulted) => {
      const clean = !faulted && exchange.status > 0 && exchange.status < 400;
      kept.push({ line: JSON.stringify(exchange), clean });
    },
    toLines: (all) =>
      kept
        .filter((one) => all || one.clean)
        .map((one) => `${one.line}\n`)
        .join(''),
    clear: () => {
      kept = [];
    },
  };
}
