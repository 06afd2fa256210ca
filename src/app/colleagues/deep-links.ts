/** Addresses outside of this app that the host opens: a chat, a call, the work hours of Outlook. */

/** Where Outlook on the web keeps its calendar's settings. */
export const WORK_HOURS_URL = 'https://outlook.office.com/calendar/options/calendar';

const toUsers = (addresses: readonly string[]): string => addresses.map(encodeURIComponent).join(',');

/** Teams' own link to a chat (Microsoft Learn: deep links to a chat). */
export const toChatLink = (addresses: readonly string[]): string =>
  `https://teams.microsoft.com/l/chat/0/0?users=${toUsers(addresses)}`;

export const toCallLink = (address: string): string =>
  `https://teams.microsoft.com/l/call/0/0?users=${toUsers([address])}`;
