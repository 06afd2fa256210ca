/** Runs in the Outlook page: the open item and what Office.js' calls read and change of it. Sent as text, so it refers to nothing outside of itself. */
import type { OutlookAttendee, OutlookItem, OutlookLocation } from '../outlook-item.ts';
import type { OfficeChecks } from './create-office-checks.ts';

type Call = (argument: unknown) => unknown;

export interface OutlookDraft {
  current(): OutlookItem;
  /** Undefined: this item has no such call. Throws an `OfficeError`. */
  readonly calls: Readonly<Record<string, Call>>;
}

/** `onChange` hears which of Office's events a change is. */
export function createOutlookDraft(
  first: OutlookItem,
  { fail, requireText, requireTime, toAttendees, toLocations, isSame }: OfficeChecks,
  onChange: (eventType: string, details: Readonly<Record<string, unknown>>) => void,
): OutlookDraft {
  let item = first;
  const setTimes = (startMs: number, endMs: number): void => {
    item = { ...item, startMs, endMs };
    onChange('olkAppointmentTimeChanged', { start: startMs, end: endMs });
  };
  const toRecipientCalls = (field: 'required' | 'optional', name: string): Record<string, Call> => {
    const put = (people: readonly OutlookAttendee[]): void => {
      item = { ...item, [field]: people };
      onChange('olkRecipientsChanged', { changedRecipientFields: { [name]: true } });
    };
    return {
      [`${name}.getAsync`]: () => item[field],
      [`${name}.setAsync`]: (people) => put(toAttendees(people)),
      [`${name}.addAsync`]: (people) => put([...item[field], ...toAttendees(people)]),
    };
  };
  const putLocations = (locations: readonly OutlookLocation[]): void => {
    item = { ...item, locations };
    onChange('olkEnhancedLocationsChanged', {});
  };
  const reading: Record<string, Call> = {
    'body.getAsync': () => item.body,
    'enhancedLocation.getAsync': () => item.locations,
  };
  const composing: Record<string, Call> = {
    ...toRecipientCalls('required', 'requiredAttendees'),
    ...toRecipientCalls('optional', 'optionalAttendees'),
    'subject.getAsync': () => item.subject,
    'subject.setAsync': (text) => void (item = { ...item, subject: requireText(text) }),
    'body.setAsync': (text) => void (item = { ...item, body: String(text) }),
    'location.getAsync': () => item.locations.map((one) => one.displayName).join('; '),
    // what was written by hand is no room any more (platform facts H3)
    'location.setAsync': (text) => putLocations(toLocations([{ id: requireText(text), type: 'custom' }])),
    'start.getAsync': () => item.startMs,
    // the end moves along (platform facts H3)
    'start.setAsync': (ms) => setTimes(requireTime(ms), requireTime(ms) + item.endMs - item.startMs),
    'end.getAsync': () => item.endMs,
    'end.setAsync': (ms) => {
      if (requireTime(ms) < item.startMs) fail(9010, 'InvalidEndTime', 'The end is before the start.');
      setTimes(item.startMs, requireTime(ms));
    },
    'enhancedLocation.addAsync': (identifiers) => {
      const more = toLocations(identifiers).filter((one) => !item.locations.some((there) => isSame(there, one)));
      putLocations([...item.locations, ...more]);
    },
    'enhancedLocation.removeAsync': (identifiers) => {
      const gone = toLocations(identifiers);
      putLocations(item.locations.filter((there) => !gone.some((one) => isSame(there, one))));
    },
    'organizer.getAsync': () => item.organizer,
    saveAsync: () => (item = { ...item, id: item.id ?? `AAMkdraft-${Date.now()}AAA=` }).id,
    getItemIdAsync: () => item.id ?? fail(9017, 'ItemNotSaved', 'The item was not saved yet.'),
  };
  return { current: () => item, calls: item.kind === 'compose' ? { ...reading, ...composing } : reading };
}
