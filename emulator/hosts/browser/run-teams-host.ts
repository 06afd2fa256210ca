/** Runs in the host page: speaks teams-js' protocol with the tab and its popup. Sent as text, so it refers to nothing outside of itself. */
import type { TeamsSettings } from '../teams-context.ts';
import type { BrokerClient } from './create-broker-client.ts';
import type { Popups } from './create-popups.ts';

interface TabMessage {
  readonly id?: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
  readonly data?: unknown;
}

export interface TeamsHostParts {
  readonly settings: TeamsSettings;
  readonly frame: HTMLIFrameElement;
  readonly broker: BrokerClient;
  readonly popups: Popups;
  /** Says to the person what the tab asked the host to do. */
  readonly note: (text: string, link?: string) => void;
  /** The tab is there (true) or gave up (false). */
  readonly onLoaded: (ok: boolean, reason?: string) => void;
}

/** Answers a function that sends `themeChange`. */
export function runTeamsHost(parts: TeamsHostParts): (theme: string) => void {
  const { settings, frame, broker, popups, note } = parts;
  const appOrigin = new URL(settings.tabUrl).origin;
  let theme = settings.theme;

  const openLink = (link: string): readonly [boolean, string?] => {
    if (!URL.canParse(link) || !/^(https?|mailto|msteams):$/.test(new URL(link).protocol))
      return [false, 'InvalidLink'];
    // Teams follows its own links itself; all others open in a window
    const isTeams = new URL(link).hostname === 'teams.microsoft.com';
    if (!isTeams) window.open(link, '_blank', 'noopener');
    note(isTeams ? 'Teams would now follow' : 'Opened', link);
    return [true];
  };

  type Reply = (...args: readonly unknown[]) => void;
  const answers: Readonly<
    Record<string, (args: readonly unknown[], reply: Reply, message: TabMessage, isPopup: boolean) => void>
  > = {
    initialize: (_args, reply, _message, isPopup) =>
      reply(isPopup ? 'authentication' : 'content', settings.clientType, '2.0.1', settings.runtime),
    getContext: (_args, reply, _message, isPopup) =>
      reply({ ...settings.context, theme, frameContext: isPopup ? 'authentication' : 'content' }),
    'appInitialization.appLoaded': () => parts.onLoaded(true),
    'appInitialization.success': () => parts.onLoaded(true),
    'appInitialization.failure': (args) => parts.onLoaded(false, args.map(String).join(': ')),
    'appInitialization.expectedFailure': (args) => parts.onLoaded(false, args.map(String).join(': ')),
    'authentication.getAuthToken': (args, reply) =>
      void broker.sso(args[2] === true).then((answer) => reply(...answer)),
    'authentication.authenticate': ([url, width, height], reply) =>
      popups.open(String(url), { width: Number(width) || 600, height: Number(height) || 535 }, reply),
    'authentication.authenticate.success': ([result], _reply, _message, isPopup) =>
      isPopup && popups.finish(true, String(result ?? '')),
    'authentication.authenticate.failure': ([reason], _reply, _message, isPopup) =>
      isPopup && popups.finish(false, String(reason ?? '')),
    'nestedAppAuth.execute': (_args, reply, message) =>
      void broker.nested(String(message.data)).then((response) => reply(null, response)),
    executeDeepLink: ([link], reply) => reply(...openLink(String(link))),
    shareDeepLink: () => note('The tab offers a link to share.'),
    // take no answer
    registerHandler: () => undefined,
    setFrameContext: () => undefined,
    returnFocus: () => undefined,
  };
  for (const name of ['pages.navigateToApp', 'calendar.openCalendarItem', 'calendar.composeMeeting']) {
    Object.assign(answers, {
      [name]: (args: readonly unknown[], reply: Reply) => {
        note(`Teams would now carry out ${name} ${JSON.stringify(args[0])}`);
        reply(true);
      },
    });
  }

  window.addEventListener('message', (event: MessageEvent<TabMessage | undefined>) => {
    const isPopup = popups.isCurrent(event.source);
    const { source, data } = event;
    if (event.origin !== appOrigin || !(isPopup || source === frame.contentWindow) || typeof data?.func !== 'string')
      return;
    if (data.func === 'nestedAppAuth.execute' && !settings.runtime.includes('"nestedAppAuth"')) return;
    const reply: Reply = (...args) =>
      source?.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, { targetOrigin: appOrigin });
    const answer = Object.hasOwn(answers, data.func) ? answers[data.func] : undefined;
    if (answer === undefined) console.debug(`The host leaves '${data.func}' unanswered.`);
    else answer(data.args ?? [], reply, data, isPopup);
  });

  return (next) => {
    theme = next;
    frame.contentWindow?.postMessage({ func: 'themeChange', args: [next] }, appOrigin);
  };
}
