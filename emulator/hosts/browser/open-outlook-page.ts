/** Runs in the Outlook page: joins its parts, shows the open item, wires the switches. Sent as text, so it refers to nothing outside of itself. */
import type { OutlookItem } from '../outlook-item.ts';
import type { OutlookSettings } from '../outlook-settings.ts';
import type { createBrokerClient } from './create-broker-client.ts';
import type { createConsentDialog } from './create-consent-dialog.ts';
import type { createOfficeChecks } from './create-office-checks.ts';
import type { createOfficeSignIn } from './create-office-sign-in.ts';
import type { createOutlookDraft } from './create-outlook-draft.ts';
import type { createOutlookSession } from './create-outlook-session.ts';
import type { runOutlookHost } from './run-outlook-host.ts';

interface OutlookPageParts {
  readonly createBrokerClient: typeof createBrokerClient;
  readonly createConsentDialog: typeof createConsentDialog;
  readonly createOfficeChecks: typeof createOfficeChecks;
  readonly createOfficeSignIn: typeof createOfficeSignIn;
  readonly createOutlookDraft: typeof createOutlookDraft;
  readonly createOutlookSession: typeof createOutlookSession;
  readonly runOutlookHost: typeof runOutlookHost;
}

export function openOutlookPage(parts: OutlookPageParts): void {
  const find = <T extends Element>(selector: string): T => {
    const found = document.querySelector<T>(selector);
    if (found === null) throw new Error(`The page has no ${selector}.`);
    return found;
  };
  const settings: OutlookSettings = JSON.parse(find('#settings').textContent ?? '');
  const frame = find<HTMLIFrameElement>('iframe');
  const shown = find<HTMLElement>('#item');
  const show = (term: string, text: string): HTMLElement[] => {
    const [name, value] = [document.createElement('dt'), document.createElement('dd')];
    name.textContent = term;
    value.textContent = text;
    return [name, value];
  };
  const list = (people: readonly { readonly displayName: string }[]): string =>
    people.map((one) => one.displayName).join('; ');
  const time = (ms: number): string => new Date(ms).toISOString();
  const onItem = (item: OutlookItem | null): void => {
    document.body.dataset['item'] = item?.kind ?? 'none';
    if (item === null) return shown.replaceChildren(...show('Item', 'No item is open'));
    const isMessage = item.kind === 'message';
    shown.replaceChildren(
      ...show('Subject', item.subject),
      ...show(isMessage ? 'From' : 'Organizer', item.organizer.displayName),
      ...(isMessage ? [] : [...show('Start', time(item.startMs)), ...show('End', time(item.endMs))]),
      ...show('Location', item.locations.map((one) => `${one.displayName} (${one.type})`).join('; ')),
      ...show(isMessage ? 'To' : 'Required', list(item.required)),
      ...show('Optional', list(item.optional)),
      ...show('Text', item.body),
    );
  };

  const askConsent = parts.createConsentDialog(find<HTMLDialogElement>('dialog'));
  const broker = parts.createBrokerClient(settings.person, settings.office.platform === 'OfficeOnline', askConsent);
  const host = parts.runOutlookHost({ ...parts, settings, frame, broker, onItem });

  find<HTMLSelectElement>('select').addEventListener('change', (event) => {
    const { value } = event.target as HTMLSelectElement;
    host.open(settings.choices[Number(value)]?.item ?? null);
  });
  for (const choice of document.querySelectorAll<HTMLInputElement>('input[name=theme]')) {
    choice.addEventListener('change', () => {
      document.documentElement.dataset['theme'] = choice.value;
      host.sendTheme(choice.value);
    });
  }
  // only now: nothing that the pane says may come before somebody listens
  frame.src = settings.paneUrl;
}
