/** What a mailbox, a room's too, really holds: singles and series masters with their changed dates, in Graph's shape and UTC. */
import { findOnDate, toView } from './event-views.ts';
import { toEventJson, UTC_HTML } from './event-json.ts';
import type { Exchange } from './exchange.ts';

/** Undefined where no mailbox has this address. In order of their start. */
export function listMailboxEvents(exchange: Exchange, address: string): object[] | undefined {
  exchange.mailboxes.trim();
  const mailbox = exchange.mailboxes.find(address);
  if (mailbox === undefined) return undefined;
  const events = [...mailbox.events.values()].sort((a, b) => a.time.startMs - b.time.startMs || (a.id < b.id ? -1 : 1));
  return events.flatMap((event) => {
    const changed = [...event.overrides.keys()].map((date) => findOnDate(mailbox, event, date));
    return [toView(event), ...changed.filter((view) => view !== undefined)].map((view) => toEventJson(view, UTC_HTML));
  });
}
