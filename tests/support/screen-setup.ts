/** Before any import in jsdom: what browsers have and jsdom lacks. */
import 'temporal-polyfill/global';
import { TextDecoder, TextEncoder } from 'node:util';
import { webcrypto } from 'node:crypto';

const noNetwork = (): Promise<Response> => Promise.reject(new TypeError('no network in screen tests'));
class NoResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
class NoIntersectionObserver extends NoResizeObserver {
  readonly root = null;
  readonly rootMargin = '';
  readonly thresholds = [];
  takeRecords(): [] {
    return [];
  }
}

// a wide window that moves
const matchMedia = (media: string): Partial<MediaQueryList> => ({
  media,
  matches: false,
  addEventListener: () => {},
  removeEventListener: () => {},
});

Object.assign(globalThis, {
  matchMedia,
  fetch: noNetwork,
  ResizeObserver: NoResizeObserver,
  IntersectionObserver: NoIntersectionObserver,
  TextEncoder,
  TextDecoder,
});
if (globalThis.crypto.subtle === undefined) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
Object.assign(performance, { mark: () => undefined });
// nothing has a place there
Element.prototype.scrollIntoView = () => undefined;
