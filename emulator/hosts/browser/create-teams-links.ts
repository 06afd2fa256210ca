/** Runs in the Teams page: links out of the tab, and links into it (platform facts H2). Sent as text, so it refers to nothing outside of itself. */
import type { TeamsSettings } from '../teams-context.ts';

export interface TeamsLinks {
  /** `[true]`, or `[false, reason]`. */
  open(link: string): readonly [boolean, string?];
  /** `[subPageId, label, webUrl]`. */
  share(args: readonly unknown[]): void;
}

export function createTeamsLinks(settings: TeamsSettings, note: (text: string, link?: string) => void): TeamsLinks {
  const open = (link: string): readonly [boolean, string?] => {
    if (!URL.canParse(link) || !/^(https?|mailto|msteams):$/.test(new URL(link).protocol))
      return [false, 'InvalidLink'];
    // Teams follows its own links itself; all others open in a window
    const { hostname, pathname, search } = new URL(link);
    const isTeams = hostname === 'teams.microsoft.com';
    // links into this very app open it there, for the same person
    if (isTeams && pathname.startsWith(`/l/entity/${String(settings.context['appId'])}/`)) {
      location.assign(`${pathname}${search === '' ? '?' : `${search}&`}${location.search.slice(1)}`);
      return [true];
    }
    if (!isTeams) window.open(link, '_blank', 'noopener');
    note(isTeams ? 'Teams would now follow' : 'Opened', link);
    return [true];
  };
  const share: TeamsLinks['share'] = ([subEntityId, label, webUrl]) => {
    const words = {
      webUrl: String(webUrl ?? ''),
      label: String(label ?? ''),
      context: JSON.stringify({ subEntityId }),
    };
    const app = `${String(settings.context['appId'])}/${String(settings.context['entityId'])}`;
    const query = new URLSearchParams(words).toString();
    note('The tab offers a link to share:', `https://teams.microsoft.com/l/entity/${app}?${query}`);
  };
  return { open, share };
}
