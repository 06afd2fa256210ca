/** Runs in the host page: what Teams answers to each function that teams-js may call. Sent as text, so it refers to nothing outside of itself. */
import type { TeamsSettings } from '../teams-context.ts';
import type { BrokerClient } from './create-broker-client.ts';
import type { TeamsLinks } from './create-teams-links.ts';
import type { Popups } from './create-popups.ts';

/** One call as it arrives. */
interface TabCall {
  readonly args: readonly unknown[];
  /** Only nested app authentication sends it. */
  readonly data: unknown;
  /** From the sign-in window, not from the tab. */
  readonly isPopup: boolean;
}

type Reply = (...args: readonly unknown[]) => void;
export type TabAnswers = Readonly<Record<string, (call: TabCall, reply: Reply) => void>>;

interface TabAnswerParts {
  readonly settings: TeamsSettings;
  readonly broker: BrokerClient;
  readonly popups: Popups;
  readonly links: TeamsLinks;
  readonly theme: () => string;
  /** Says to the person what the tab asked the host to do. */
  readonly note: (text: string, link?: string) => void;
  /** The tab is there (true) or gave up (false). */
  readonly onLoaded: (ok: boolean, reason?: string) => void;
}

export function createTabAnswers(parts: TabAnswerParts): TabAnswers {
  const { settings, broker, popups, links, theme, note, onLoaded } = parts;

  const toFrame = (isPopup: boolean): string => (isPopup ? 'authentication' : 'content');
  const fail = ({ args }: TabCall): void => onLoaded(false, args.map(String).join(': '));
  const promise =
    (name: string): TabAnswers[string] =>
    ({ args }, reply) => {
      note(`Teams would now carry out ${name} ${JSON.stringify(args[0])}`);
      reply(true);
    };
  const ignore = (): void => undefined;

  return {
    initialize: ({ isPopup }, reply) => reply(toFrame(isPopup), settings.clientType, '2.0.1', settings.runtime),
    getContext: ({ isPopup }, reply) => reply({ ...settings.context, theme: theme(), frameContext: toFrame(isPopup) }),
    'appInitialization.appLoaded': () => onLoaded(true),
    'appInitialization.success': () => onLoaded(true),
    'appInitialization.failure': fail,
    'appInitialization.expectedFailure': fail,
    'authentication.getAuthToken': ({ args }, reply) =>
      void broker.sso(args[2] === true, [args[1] ?? []].flat().join(' ')).then((answer) => reply(...answer)),
    'authentication.authenticate': ({ args: [url, width, height] }, reply) =>
      popups.open(String(url), { width: Number(width) || 600, height: Number(height) || 535 }, reply),
    'authentication.authenticate.success': ({ args, isPopup }) => isPopup && popups.finish(true, String(args[0] ?? '')),
    'authentication.authenticate.failure': ({ args, isPopup }) =>
      isPopup && popups.finish(false, String(args[0] ?? '')),
    'nestedAppAuth.execute': ({ data }, reply) =>
      void broker.nested(String(data)).then((response) => reply(null, response)),
    executeDeepLink: ({ args: [link] }, reply) => reply(...links.open(String(link))),
    'pages.navigateToApp': promise('pages.navigateToApp'),
    'calendar.openCalendarItem': promise('calendar.openCalendarItem'),
    'calendar.composeMeeting': promise('calendar.composeMeeting'),
    shareDeepLink: ({ args }) => links.share(args),
    // these take no answer
    registerHandler: ignore,
    setFrameContext: ignore,
    returnFocus: ignore,
  };
}
