/** Runs in the pane: Office.js' asynchronous calls, with an AsyncResult for the callback. Sent as text, so it refers to nothing outside of itself. */
import type { StubOf } from '../stub-of.ts';
import type { OfficeLink } from './create-office-link.ts';

type Callback<V> = (result: Office.AsyncResult<V>) => void;

/** Without arguments of its own, as Office.js has it: options and callback, both optional for who calls. */
export interface Ask<V> {
  (options: Office.AsyncContextOptions, callback: Callback<V>): void;
  (callback: Callback<V>): void;
}

/** With one argument of its own. */
export interface Tell<A, V = void> {
  (argument: A, options: Office.AsyncContextOptions, callback?: Callback<V>): void;
  (argument: A, callback?: Callback<V>): void;
}

/** The call's answer to `receive`d form; the page is asked under `name`. */
export type ToAsk = <V>(name: string, receive: (value: unknown) => V) => Ask<V>;
export type ToTell = <A, V = void>(
  name: string,
  send: (argument: A) => unknown,
  receive?: (value: unknown) => V,
) => Tell<A, V>;

export interface OfficeCalls {
  /** `args`: what follows a call's own arguments: options and callback. */
  settle(args: readonly unknown[], outcome: { readonly value?: unknown; readonly error?: unknown }): void;
  /** Sends what is no call with one argument, and settles it. */
  call(name: string, argument: unknown, args: readonly unknown[], receive?: (value: unknown) => unknown): void;
  readonly toAsk: ToAsk;
  readonly toTell: ToTell;
  getAccessToken(options?: Office.AuthOptions): Promise<string>;
}

export function createOfficeCalls(link: OfficeLink): OfficeCalls {
  /** AsyncResult of the last function among the arguments. */
  const settle: OfficeCalls['settle'] = (args, { value, error }) => {
    const callback = args.at(-1);
    const options = args.find((one) => typeof one === 'object' && one !== null && 'asyncContext' in one);
    const { asyncContext } = (options ?? {}) as Partial<Office.AsyncContextOptions>;
    const status = error === undefined ? 'succeeded' : 'failed';
    const failure = error === undefined ? {} : { error: error as Office.Error };
    const result = { status, asyncContext, ...(value === undefined ? {} : { value }), ...failure } satisfies StubOf<
      Omit<Office.AsyncResult<unknown>, 'value'>
    > & { readonly value?: unknown };
    if (typeof callback === 'function') window.setTimeout(() => callback(result));
  };
  const call: OfficeCalls['call'] = (name, argument, args, receive = (value) => value) =>
    void link.call(name, argument).then(
      (value) => settle(args, { value: receive(value) }),
      (error: unknown) => settle(args, { error }),
    );
  const toAsk: ToAsk =
    (name, receive) =>
    (...args: readonly unknown[]) =>
      call(name, undefined, args, receive);
  const toTell: ToTell =
    (name, send, receive) =>
    (argument: Parameters<typeof send>[0], ...args: readonly unknown[]) =>
      call(name, send(argument), args, receive);

  let asking = false;
  const getAccessToken: OfficeCalls['getAccessToken'] = async (options) => {
    if (asking) throw Object.assign(new Error('A call is still running.'), { code: 13008, name: 'DuplicateRequest' });
    asking = true;
    try {
      return String(await link.call('auth.getAccessToken', { ...options }));
    } finally {
      asking = false;
    }
  };

  return { settle, call, toAsk, toTell, getAccessToken };
}
