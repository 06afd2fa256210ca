/** Runs in the Outlook page: answers the stub of Office.js in the pane. Sent as text, so it refers to nothing outside of itself. */
import type { OutlookItem } from '../outlook-item.ts';
import type { OutlookSettings } from '../outlook-settings.ts';
import type { BrokerClient } from './create-broker-client.ts';
import type { createOfficeChecks, OfficeError } from './create-office-checks.ts';
import type { createOfficeSignIn } from './create-office-sign-in.ts';
import type { createOutlookDraft, ItemEvent, OutlookDraft } from './create-outlook-draft.ts';
import type { createOutlookSession } from './create-outlook-session.ts';

/** What the stub sends. */
export interface PaneMessage {
  readonly office: 'hello' | 'call' | 'nested';
  readonly id?: number;
  readonly name?: string;
  readonly argument?: unknown;
}

interface OutlookHostParts {
  readonly settings: OutlookSettings;
  readonly frame: HTMLIFrameElement;
  readonly broker: BrokerClient;
  readonly createOfficeChecks: typeof createOfficeChecks;
  readonly createOfficeSignIn: typeof createOfficeSignIn;
  readonly createOutlookDraft: typeof createOutlookDraft;
  readonly createOutlookSession: typeof createOutlookSession;
  /** The item as it stands, after each change. */
  readonly onItem: (item: OutlookItem | null) => void;
}

export interface OutlookHost {
  open(item: OutlookItem | null): void;
  sendTheme(theme: string): void;
}

export function runOutlookHost(parts: OutlookHostParts): OutlookHost {
  const { settings, frame, broker, onItem } = parts;
  const checks = parts.createOfficeChecks();
  const signIn = parts.createOfficeSignIn(broker, checks);
  const appOrigin = new URL(settings.paneUrl).origin;
  let theme: string = settings.theme;
  let draft: OutlookDraft | undefined;
  // what was changed in one stays while another is open
  const drafts = new Map<OutlookItem, OutlookDraft>();
  const send = (message: object): void => frame.contentWindow?.postMessage(message, appOrigin);
  const current = (): OutlookItem | null => draft?.current() ?? null;

  const hold = (item: OutlookItem | null): void => {
    if (item !== null && !drafts.has(item)) {
      const tell = (event: ItemEvent): void => send({ office: 'itemEvent', event });
      drafts.set(item, parts.createOutlookDraft(item, checks, parts.createOutlookSession(item.owner, checks), tell));
    }
    draft = item === null ? undefined : drafts.get(item);
    onItem(current());
  };
  const answer = async (name: string, argument: unknown): Promise<unknown> => {
    // faults are ordered for these addresses; without one the answer is empty
    const gate = await fetch(`/hosts/office/calls/${name}`, { method: 'POST' });
    if (!gate.ok) throw Object.assign(new Error('ordered'), await gate.json());
    if (name === 'auth.getAccessToken') return signIn(argument);
    const call = draft?.calls[name] ?? checks.fail(7000, 'PermissionDenied', `The item has no ${name} here.`);
    const isSaved = name === 'saveAsync';
    const value = call(isSaved ? await broker.saveDraft(current()) : argument);
    onItem(current());
    return value;
  };

  window.addEventListener('message', (event: MessageEvent<PaneMessage | undefined>) => {
    const { data } = event;
    if (event.origin !== appOrigin || event.source !== frame.contentWindow) return;
    if (data?.office === 'hello') send({ office: 'welcome', settings: settings.office, theme, item: current() });
    if (data?.office === 'nested' && settings.office.nested)
      void broker.nested(String(data.argument)).then((response) => send({ office: 'nested', response }));
    if (data?.office !== 'call') return;
    answer(String(data.name), data.argument).then(
      (value) => send({ office: 'result', id: data.id, value }),
      (error: Partial<OfficeError>) => {
        const { code = 5001, name = 'InternalError', message = 'An internal error has occurred.' } = error;
        send({ office: 'result', id: data.id, error: { code, name, message } });
      },
    );
  });

  hold(settings.item);
  return {
    open: (item) => {
      hold(item);
      send({ office: 'itemChanged', item: current() });
    },
    sendTheme: (next) => {
      theme = next;
      send({ office: 'themeChanged', theme });
    },
  };
}
