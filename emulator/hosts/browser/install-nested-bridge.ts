/** Runs in the pane: the bridge that msal-browser looks for, to the emulated Outlook's own sign-in. Sent as text, so it refers to nothing outside of itself. */
import type { OfficeLink } from './create-office-link.ts';

export function installNestedBridge(link: OfficeLink): void {
  let listeners: ((response: string) => void)[] = [];
  link.listen((message) => {
    if (message.office === 'nested') listeners.forEach((listener) => listener(message.response ?? ''));
  });
  Object.assign(window, {
    nestedAppAuthBridge: {
      addEventListener: (_type: string, listener: (response: string) => void) => {
        listeners = [...listeners, listener];
      },
      removeEventListener: (_type: string, listener: (response: string) => void) => {
        listeners = listeners.filter((one) => one !== listener);
      },
      postMessage: (request: string) => link.sendNested(request),
    },
  });
}
