/** Runs in the pane: the stub's line to the emulated Outlook. Sent as text, so it refers to nothing outside of itself. */
import type { OutlookItem } from '../outlook-item.ts';
import type { ItemEvent } from './create-outlook-draft.ts';
import type { OfficeSettings } from '../outlook-settings.ts';

/** What the page says first. */
export interface OfficeWelcome {
  readonly settings: OfficeSettings;
  readonly theme: string;
  readonly item: OutlookItem | null;
}

interface HostMessage extends Partial<OfficeWelcome> {
  readonly office?: string;
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: unknown;
  readonly event?: ItemEvent;
  readonly response?: string;
}

export interface OfficeLink {
  /** Undefined where no emulated Outlook embeds the page. */
  readonly welcome: Promise<OfficeWelcome | undefined>;
  /** Rejects with Office's error. */
  call(name: string, argument?: unknown): Promise<unknown>;
  sendNested(request: string): void;
  /** Hears what the page says unasked: `itemChanged`, `themeChanged`, `itemEvent`, `nested`. */
  listen(hear: (message: HostMessage) => void): void;
}

export function createOfficeLink(): OfficeLink {
  const PATIENCE_MS = 3000;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>();
  const listeners: ((message: HostMessage) => void)[] = [];
  const host = window.parent;
  let hostOrigin: string | undefined;
  let lastId = 0;
  const send = (message: object): void => host.postMessage(message, hostOrigin ?? '*');

  const settle = ({ id = 0, value, error }: HostMessage): void => {
    const found = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) found?.resolve(value);
    else found?.reject(error);
  };
  const welcome = new Promise<OfficeWelcome | undefined>((resolve) => {
    if (host === window) return resolve(undefined);
    window.addEventListener('message', (event: MessageEvent<HostMessage | undefined>) => {
      const { data } = event;
      if (event.source !== host || typeof data?.office !== 'string') return;
      const { settings, theme, item } = data;
      if (data.office === 'welcome' && settings !== undefined && theme !== undefined && item !== undefined) {
        hostOrigin = event.origin;
        resolve({ settings, theme, item });
      } else if (event.origin !== hostOrigin) return;
      else if (data.office === 'result') settle(data);
      else listeners.forEach((hear) => hear(data));
    });
    send({ office: 'hello' });
    window.setTimeout(() => resolve(undefined), PATIENCE_MS);
  });

  return {
    welcome,
    call: (name, argument) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        send({ office: 'call', id: lastId, name, argument });
      }),
    sendNested: (request) => send({ office: 'nested', argument: request }),
    listen: (hear) => void listeners.push(hear),
  };
}
