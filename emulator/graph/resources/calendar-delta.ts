/** `calendarView/delta`: a window of the calendar first whole, then what changed since. */
import { listInstances, listViews, overlaps, toView, type EventView, type Window } from '../../mailbox/event-views.ts';
import { toEventJson } from '../../mailbox/event-json.ts';
import { toImmutableId, toOccurrenceId } from '../../mailbox/ids.ts';
import type { CalendarFolder, Mailbox } from '../../mailbox/mailbox.ts';
import type { Call, Route } from '../call.ts';
import { requireMailbox } from '../call.ts';
import { accessDenied, GraphError } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { requireCalendar } from './calendars.ts';
import { requireWindow } from './calendar-view.ts';
import { toFormat } from './event-output.ts';

const PAGE = 10;

/** What a token holds: how many changes the caller has seen, and the window. */
interface SyncState extends Window {
  readonly seen: number;
}

const toToken = ({ seen, startMs, endMs }: SyncState): string => `${seen}.${startMs}.${endMs}`;

function parseToken(text: string, mailbox: Mailbox): SyncState {
  const found = /^(\d{1,9})\.(-?\d{1,15})\.(-?\d{1,15})$/.exec(text);
  if (found === null) throw new GraphError(410, 'syncStateNotFound', 'The sync state is not found.');
  const [seen, startMs, endMs] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (seen > mailbox.changes.length)
    throw new GraphError(410, 'resyncRequired', 'Resync is required. The sync state is too old.');
  return { seen, startMs, endMs };
}

const toRemoved = (call: Call, id: string): object => ({
  id: call.prefer.hasImmutableIds ? toImmutableId(id) : id,
  '@removed': { reason: 'deleted' },
});

/** What became of one changed item inside the window; what left the window counts as removed. */
function listChanged(mailbox: Mailbox, calendar: CalendarFolder, state: SyncState, id: string): (EventView | string)[] {
  const event = mailbox.events.get(id);
  if (event === undefined || event.calendarId !== calendar.id) return [id];
  if (event.recurrence === null) return overlaps(event.time, state) ? [toView(event)] : [id];
  const gone = [...event.overrides].filter(([, override]) => override.kind === 'gone');
  return [...listInstances(mailbox, event, state), ...gone.map(([date]) => toOccurrenceId(id, date))];
}

interface Page {
  /** From which state on; undefined: everything. */
  readonly since?: SyncState;
  readonly window: Window;
  /** Number of changes when the round began. */
  readonly seen: number;
  readonly skip: number;
}

/** `s<skip>.<changes at the start of the round>.<start>.<end>[.<since>]` */
function readPage(call: Call, mailbox: Mailbox): Page {
  const query = new Map([...call.request.query].map(([name, value]) => [name.toLowerCase(), value]));
  const skipToken = query.get('$skiptoken') ?? query.get('skiptoken');
  const deltaToken = query.get('$deltatoken') ?? query.get('deltatoken');
  if (skipToken !== undefined) {
    const [, round = '', since] = /^s\d+\.(-?\d+\.-?\d+\.-?\d+)(?:\.(\d+))?$/.exec(skipToken) ?? [];
    const state = parseToken(round, mailbox);
    const page = { window: state, seen: state.seen, skip: call.query.skip };
    return since === undefined ? page : { ...page, since: { ...state, seen: Number(since) } };
  }
  const seen = mailbox.changes.length;
  if (deltaToken === undefined) return { window: requireWindow(call.query.own), seen, skip: 0 };
  const since = parseToken(deltaToken, mailbox);
  return { since, window: since, seen, skip: 0 };
}

function answerDelta(call: Call): GraphAnswer {
  const mailbox = requireMailbox(call);
  const calendar = requireCalendar(call, mailbox);
  if (calendar.sharedFrom !== undefined) throw accessDenied();
  const page = readPage(call, mailbox);
  const { since, window, seen, skip } = page;
  const found =
    since === undefined
      ? listViews(mailbox, window, calendar)
      : [...new Set(mailbox.changes.slice(since.seen, seen))].flatMap((id) =>
          listChanged(mailbox, calendar, since, id),
        );
  const end = skip + (call.prefer.maxPageSize ?? PAGE);
  const token = toToken({ ...window, seen });
  const base = `https://graph.microsoft.com/v1.0${call.request.path}`;
  const rest = since === undefined ? '' : `.${since.seen}`;
  const link =
    end < found.length
      ? { '@odata.nextLink': `${base}?$skiptoken=s${end}.${token}${rest}` }
      : { '@odata.deltaLink': `${base}?$deltatoken=${token}` };
  const context = 'https://graph.microsoft.com/v1.0/$metadata#Collection(event)';
  const value = found
    .slice(skip, end)
    .map((one) => (typeof one === 'string' ? toRemoved(call, one) : toEventJson(one, toFormat(call))));
  return { status: 200, headers: call.prefer.applied, body: { '@odata.context': context, ...link, value } };
}

export const calendarDeltaRoutes: readonly Route[] = [
  '/me/calendarView/delta',
  '/me/calendars/{calendarId}/calendarView/delta',
].map((path) => ({
  path,
  method: 'GET',
  area: 'outlook',
  typeName: 'event',
  // no $select, $expand, $filter, $orderby, $search here
  allowed: ['startDateTime', 'endDateTime', '$skiptoken', '$deltatoken'],
  handle: answerDelta,
}));
