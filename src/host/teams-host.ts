/** Talks to the Microsoft 365 host of the tab (Teams, or Outlook showing the tab) through teams-js. */
import { app, nestedAppAuth } from '@microsoft/teams-js';
import { Failure } from '../domain/failure.ts';
import type { Host, HostTheme } from './host.ts';

export interface TeamsHost extends Host {
  /** The host can hand the page a Graph token by nested app authentication. */
  readonly isNested: () => boolean;
}

interface Options {
  /** Origins of hosts besides those that teams-js knows. */
  readonly validOrigins: readonly string[];
  readonly timeoutMs?: number;
}

/** teams-js waits a minute for a host that never answers; people would look at nothing for as long. */
const TIMEOUT_MS = 2_000;

/** `glass` is Teams' translucent dark one; anything newer than we know is shown light. */
export function toHostTheme(theme: string): HostTheme {
  if (theme === 'dark' || theme === 'glass') return 'dark';
  return theme === 'contrast' ? 'contrast' : 'light';
}

export function toHostName(name: string): Host['name'] {
  return /^outlook/i.test(name) ? 'outlook' : 'teams';
}

export function toDevice(clientType: string): Host['device'] {
  if (['android', 'ios', 'ipados', 'visionOS'].includes(clientType)) return 'mobile';
  return clientType === 'web' ? 'web' : 'desktop';
}

/** Answers what `task` answers, or fails with `host_missing` when it fails or takes too long. */
export async function requireHost<T>(task: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Failure('host_missing', { path: 'no answer' })), timeoutMs);
  });
  try {
    return await Promise.race([task, late]);
  } catch (cause) {
    throw cause instanceof Failure ? cause : new Failure('host_missing', { cause });
  } finally {
    clearTimeout(timer);
  }
}

async function getContext(validOrigins: readonly string[]): Promise<app.Context> {
  await app.initialize([...validOrigins]);
  return app.getContext();
}

/** A host without the link capability (or one that refuses) leaves the browser's own way. */
async function openLink(url: string): Promise<void> {
  try {
    await app.openLink(url);
  } catch {
    window.open(url, '_blank', 'noopener');
  }
}

export async function connectTeamsHost({ validOrigins, timeoutMs = TIMEOUT_MS }: Options): Promise<TeamsHost> {
  const { app: about, page } = await requireHost(getContext(validOrigins), timeoutMs);
  return {
    name: toHostName(about.host.name),
    device: toDevice(about.host.clientType),
    locale: about.locale,
    theme: toHostTheme(about.theme),
    view: page.subPageId,
    onThemeChange: (listener) => app.registerOnThemeChangeHandler((theme) => listener(toHostTheme(theme))),
    openLink: (url) => void openLink(url),
    notifyReady: () => {
      app.notifyAppLoaded();
      void app.notifySuccess(); // some hosts never answer it
    },
    notifyFailure: (message) => app.notifyFailure({ reason: app.FailedReason.Other, message }),
    isNested: () => {
      try {
        return nestedAppAuth.isNAAChannelRecommended();
      } catch {
        return false; // the library throws where the host told nothing of it
      }
    },
  };
}
