/** Runs in the pane: an appointment that is composed, as objects with calls. Sent as text, so it refers to nothing outside of itself. */
import type { ToAsync } from './create-office-item.ts';

type Members = Readonly<Record<string, unknown>>;

/** `shared`, `body` and `places`: what it has in common with one that is read. */
export function createOfficeDraft(shared: Members, body: Members, places: Members, toAsync: ToAsync): Members {
  const property = (name: string, change?: Parameters<ToAsync>[2]): Members => ({
    getAsync: toAsync(`${name}.getAsync`, 0, change),
    setAsync: toAsync(`${name}.setAsync`, 1, change),
  });
  const asDate = {
    send: (date: unknown) => (date instanceof Date ? date.getTime() : date),
    receive: (ms: unknown) => (typeof ms === 'number' ? new Date(ms) : ms),
  };
  const people = (name: string): Members => ({ ...property(name), addAsync: toAsync(`${name}.addAsync`, 1) });
  return {
    ...shared,
    body: { ...body, setAsync: toAsync('body.setAsync', 1) },
    subject: property('subject'),
    location: property('location'),
    start: property('start', asDate),
    end: property('end', asDate),
    requiredAttendees: people('requiredAttendees'),
    optionalAttendees: people('optionalAttendees'),
    enhancedLocation: {
      ...places,
      addAsync: toAsync('enhancedLocation.addAsync', 1),
      removeAsync: toAsync('enhancedLocation.removeAsync', 1),
    },
    organizer: { getAsync: toAsync('organizer.getAsync', 0) },
    saveAsync: toAsync('saveAsync', 0),
    getItemIdAsync: toAsync('getItemIdAsync', 0),
  };
}
