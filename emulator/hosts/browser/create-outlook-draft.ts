/** Runs in the Outlook page: the open item and what Office.js' calls read and change of it. Sent as text, so it refers to nothing outside of itself. */
import type { OutlookAttendee, OutlookItem, OutlookLocation } from '../outlook-item.ts';
import type { OfficeChecks } from './create-office-checks.ts';
import type { createOutlookSession } from './create-outlook-session.ts';

type Call = (argument: unknown) => unknown;

/** Office's events of an item that is composed. */
export type ItemEvent =
  | Office.AppointmentTimeChangedEventArgs
  | Pick<Office.EnhancedLocationsChangedEventArgs, 'type'>
  | (Pick<Office.RecipientsChangedEventArgs, 'type'> & {
      readonly changedRecipientFields: Partial<Office.RecipientsChangedEventArgs['changedRecipientFields']>;
    });

export interface OutlookDraft {
  current(): OutlookItem;
  /** Undefined: this item has no such call. Throws an `OfficeError`. */
  readonly calls: Readonly<Record<string, Call>>;
}

/** `session`: the calls of the draft's session; `onChange` hears which of Office's events a change is. */
export function createOutlookDraft(
  first: OutlookItem,
  { fail, requireText, requireTime, toAttendees, toLocations, isSame }: OfficeChecks,
  session: ReturnType<typeof createOutlookSession>,
  onChange: (event: ItemEvent) => void,
): OutlookDraft {
  let item = first;
  const put = (change: Partial<OutlookItem>, event: ItemEvent): void => {
    item = { ...item, ...change };
    onChange(event);
  };
  const setTimes = (startMs: number, endMs: number): void =>
    put({ startMs, endMs }, { type: 'olkAppointmentTimeChanged', start: new Date(startMs), end: new Date(endMs) });
  const toRecipientCalls = (field: 'required' | 'optional', name: string): Record<string, Call> => {
    const putPeople = (people: readonly OutlookAttendee[]): void =>
      put({ [field]: people }, { type: 'olkRecipientsChanged', changedRecipientFields: { [name]: true } });
    return {
      [`${name}.getAsync`]: () => item[field],
      [`${name}.setAsync`]: (people) => putPeople(toAttendees(people)),
      [`${name}.addAsync`]: (people) => putPeople([...item[field], ...toAttendees(people)]),
    };
  };
  const putLocations = (locations: readonly OutlookLocation[]): void =>
    put({ locations }, { type: 'olkEnhancedLocationsChanged' });
  const reading: Record<string, Call> = {
    'body.getAsync': () => item.body,
    'enhancedLocation.getAsync': () => item.locations,
    ...session.reading,
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
    'enhancedLocation.removeAsync': (gone) =>
      putLocations(item.locations.filter((there) => !toLocations(gone).some((one) => isSame(there, one)))),
    'organizer.getAsync': () => item.organizer,
    ...session.composing,
    saveAsync: (id) => (item = { ...item, id: requireText(id) }).id,
    getItemIdAsync: () => item.id ?? fail(9017, 'ItemNotSaved', 'The item was not saved yet.'),
  };
  return { current: () => item, calls: item.kind === 'compose' ? { ...reading, ...composing } : reading };
}
