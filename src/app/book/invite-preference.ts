/** Remembers for as long as the page lives whether this person invites everybody at once. */

let inviteAtOnce = false;

/** Off at first. Kept nowhere but in this page's memory. */
export function readInvitePreference(): boolean {
  return inviteAtOnce;
}

export function keepInvitePreference(on: boolean): void {
  inviteAtOnce = on;
}
