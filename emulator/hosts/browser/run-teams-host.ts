/** Runs in the host page: carries teams-js' messages between the tab, its sign-in window and the answers. Sent as text, so it refers to nothing outside of itself. */
import type { TeamsSettings } from '../teams-context.ts';
import type { TabAnswers } from './create-tab-answers.ts';
import type { Popups } from './create-popups.ts';

interface TabMessage {
  readonly id?: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
  readonly data?: unknown;
}

interface TeamsHostParts {
  readonly settings: TeamsSettings;
  readonly frame: HTMLIFrameElement;
  readonly answers: TabAnswers;
  readonly popups: Popups;
  readonly note: (text: string) => void;
}

/** Answers a function that sends `themeChange`. */
export function runTeamsHost(parts: TeamsHostParts): (theme: string) => void {
  const { settings, frame, answers, popups, note } = parts;
  const appOrigin = new URL(settings.tabUrl).origin;
  const offersNested = settings.runtime.includes('"nestedAppAuth"');

  window.addEventListener('message', (event: MessageEvent<TabMessage | undefined>) => {
    const isPopup = popups.isCurrent(event.source);
    const { source, data } = event;
    if (event.origin !== appOrigin || !(isPopup || source === frame.contentWindow)) return;
    if (typeof data?.func !== 'string' || (data.func === 'nestedAppAuth.execute' && !offersNested)) return;
    const reply = (...args: readonly unknown[]): void =>
      source?.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, { targetOrigin: appOrigin });
    const answer = Object.hasOwn(answers, data.func) ? answers[data.func] : undefined;
    if (answer === undefined) note(`The emulated Teams leaves '${data.func}' unanswered.`);
    else answer({ args: data.args ?? [], data: data.data, isPopup }, reply);
  });

  return (theme) => frame.contentWindow?.postMessage({ func: 'themeChange', args: [theme] }, appOrigin);
}
