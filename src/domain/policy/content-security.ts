/** Which sources a page of ours may load from, and who may frame it. */

import { PANE_PATH } from './page-paths.ts';

/** Microsoft's list of hosts that frame tabs and add-ins (platform facts: headers). */
const HOSTS = (
  'https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://*.microsoft365.com ' +
  'https://*.office.com https://outlook.office.com https://outlook.office365.com https://outlook-sdf.office.com ' +
  'https://outlook-sdf.office365.com https://*.officeapps.live.com'
).split(' ');

export interface PageSources {
  readonly entraBaseUrl: string;
  readonly graphBaseUrl: string;
  readonly hostOrigins: readonly string[];
}

/** Office.js fetches one library of its own from there in some hosts (verified stack, 6). */
const OFFICE_LIBRARY = 'https://ajax.aspnetcdn.com';

/**
 * What the task pane's page may load besides, as one source list; every other page never sees Office.js.
 * `scriptUrl`: its origin in the form that the environment's configuration gives it.
 */
export const toOfficeSources = (path: string, scriptUrl: string): string =>
  path === PANE_PATH ? `${/^https?:\/\/[^/?#\\]+/i.exec(scriptUrl)?.[0] ?? ''} ${OFFICE_LIBRARY}`.trim() : "'self'";

/** `nonce` and `office`: whatever stands for the page's own nonce and sources where the header is written. */
export const toPageDirectives = <Nonce, Office>(sources: PageSources, nonce: Nonce, office: Office) => ({
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", nonce, office],
  styleSrc: ["'self'", nonce],
  imgSrc: ["'self'", 'data:'],
  // teams-js reads its list of hosts from Microsoft's CDN
  connectSrc: ["'self'", sources.graphBaseUrl, sources.entraBaseUrl, 'https://res.cdn.office.net'],
  frameSrc: ["'self'", sources.entraBaseUrl],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'self'", ...HOSTS, ...sources.hostOrigins],
});

/** Nothing may be loaded, and nobody may frame it. */
export const ANSWER_DIRECTIVES = {
  defaultSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
};
