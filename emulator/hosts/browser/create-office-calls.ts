/** Runs in the pane: Office.js' asynchronous calls, with an AsyncResult for the callback. Sent as text, so it refers to nothing outside of itself. */
import type { ToAsync } from './create-office-item.ts';
import type { OfficeLink } from './create-office-link.ts';

interface OfficeCalls {
  /** `args`: what follows a call's own arguments: options and callback. */
  settle(args: readonly unknown[], outcome: { readonly value?: unknown; readonly error?: unknown }): void;
  readonly toAsync: ToAsync;
  getAccessToken(options?: object): Promise<unknown>;
}

export function createOfficeCalls(link: OfficeLink): OfficeCalls {
  /** AsyncResult of the last function among the arguments. */
  const settle = (args: readonly unknown[], outcome: { readonly value?: unknown; readonly error?: unknown }): void => {
    const callback = args.at(-1);
    const options = args.find((one) => typeof one === 'object' && one !== null && 'asyncContext' in one);
    const { asyncContext } = (options ?? {}) as { readonly asyncContext?: unknown };
    const status = outcome.error === undefined ? 'succeeded' : 'failed';
    if (typeof callback === 'function') window.setTimeout(() => callback({ status, ...outcome, asyncContext }));
  };
  const keep = (value: unknown): unknown => value;
  const toAsync: ToAsync =
    (name, ownArguments, { send = keep, receive = keep } = {}) =>
    (...args) => {
      link.call(name, ownArguments === 0 ? undefined : send(args[0])).then(
        (value) => settle(args.slice(ownArguments), { value: receive(value) }),
        (error: unknown) => settle(args.slice(ownArguments), { error }),
      );
    };

  let asking = false;
  const getAccessToken = async (options?: object): Promise<unknown> => {
    if (asking) throw Object.assign(new Error('A call is still running.'), { code: 13008, name: 'DuplicateRequest' });
    asking = true;
    try {
      return await link.call('auth.getAccessToken', { ...options });
    } finally {
      asking = false;
    }
  };

  return { settle, toAsync, getAccessToken };
}
