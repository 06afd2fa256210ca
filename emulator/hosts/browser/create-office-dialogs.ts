/** Runs in the pane and in its dialogs: `displayDialogAsync` and `messageParent`. Sent as text, so it refers to nothing outside of itself. */
import type { StubOf } from '../stub-of.ts';
import type { OfficeError } from './create-office-checks.ts';

/** A message of the dialog, or the number of what became of it. */
type DialogEvent = { readonly message: string; readonly origin: string } | { readonly error: number };

export type OfficeDialog = StubOf<Pick<Office.Dialog, 'close' | 'addEventHandler' | 'messageChild'>>;

export interface OfficeDialogs {
  /** Throws an `OfficeError` with Office's numbers: 12004 domain, 12005 https, 12007 one is open, 12011 blocked. */
  open(address: string): OfficeDialog;
  readonly messageParent: Office.UI['messageParent'];
}

export function createOfficeDialogs(): OfficeDialogs {
  let current: Window | undefined;
  const fail = (code: number, name: string, message: string): never => {
    const error: OfficeError = { code, name, message };
    throw Object.assign(new Error(message), error);
  };

  const open = (address: string): OfficeDialog => {
    if (!URL.canParse(address)) fail(12002, 'DialogInvalidAddress', 'The address is not valid.');
    const url = new URL(address);
    if (url.hostname !== location.hostname) fail(12004, 'DialogDomainNotTrusted', 'The domain is not trusted.');
    // real Office takes https only; the demo's app is reached over http on this machine
    if (url.hostname === 'localhost') url.protocol = 'http:';
    else if (url.protocol !== 'https:') fail(12005, 'DialogNotHttps', 'A secure address is needed.');
    if (current?.closed === false) fail(12007, 'DialogAlreadyOpen', 'A dialog is open already.');
    const dialog = window.open(url.href, 'office-dialog', 'width=600,height=535');
    if (dialog === null) return fail(12011, 'DialogBlocked', 'The browser blocked the dialog.');
    current = dialog;
    const handlers: { readonly type: unknown; readonly handler: (event: DialogEvent) => void }[] = [];
    const tell = (type: string, event: DialogEvent): void =>
      handlers.filter((one) => one.type === type).forEach((one) => one.handler(event));
    const hear = ({ source, data, origin }: MessageEvent<{ officeDialog?: string } | undefined>): void => {
      if (source === dialog && typeof data?.officeDialog === 'string')
        tell('dialogMessageReceived', { message: data.officeDialog, origin });
    };
    window.addEventListener('message', hear);
    const end = (): void => {
      clearInterval(watch);
      window.removeEventListener('message', hear);
      if (current === dialog) current = undefined;
    };
    const watch = window.setInterval(() => {
      if (!dialog.closed) return;
      end();
      tell('dialogEventReceived', { error: 12006 });
    }, 300);
    return {
      close: () => {
        end();
        dialog.close();
      },
      addEventHandler: (type: unknown, handler: (event: DialogEvent) => void) => void handlers.push({ type, handler }),
      messageChild: (message) => dialog.postMessage({ officeParent: message }, url.origin),
    };
  };
  return {
    open,
    messageParent: (message) => {
      const parent = window.opener as Window | null;
      parent?.postMessage({ officeDialog: String(message) }, location.origin);
    },
  };
}
