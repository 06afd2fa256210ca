/** Runs in the Outlook page: what Office.js' calls take, and how they refuse the rest. Sent as text, so it refers to nothing outside of itself. */
import type { OutlookAttendee, OutlookLocation, OutlookUser } from '../outlook-item.ts';

/** What Office puts into a failed AsyncResult. */
export interface OfficeError {
  readonly code: number;
  readonly name: string;
  readonly message: string;
}

export interface OfficeChecks {
  /** Throws an error with these members. */
  fail(code: number, name: string, message: string): never;
  requireText(value: unknown): string;
  requireTime(value: unknown): number;
  toAttendees(value: unknown): OutlookAttendee[];
  toLocations(value: unknown): OutlookLocation[];
  isSame(one: OutlookLocation, other: OutlookLocation): boolean;
}

export function createOfficeChecks(): OfficeChecks {
  const fail = (code: number, name: string, message: string): never => {
    const error: OfficeError = { code, name, message };
    throw Object.assign(new Error(message), error);
  };
  const requireText = (value: unknown): string => {
    if (typeof value !== 'string')
      return fail(9023, 'InvalidFormatError', 'The format of the specified data is invalid.');
    return value.length <= 255
      ? value
      : fail(9005, 'DataExceedsMaximumSize', 'The text is longer than 255 characters.');
  };
  const requireTime = (value: unknown): number =>
    typeof value === 'number' && Number.isFinite(value) ? value : fail(9003, 'InvalidDate', 'The date is not valid.');
  const toAttendees = (value: unknown): OutlookAttendee[] => {
    if (!Array.isArray(value) || value.length > 100)
      return fail(9006, 'NumberOfRecipientsExceeded', 'The recipients are no list of at most 100.');
    return value.map((one: string | Partial<OutlookUser>) => {
      const emailAddress = typeof one === 'string' ? one : (one.emailAddress ?? '');
      if (!emailAddress.includes('@')) fail(9004, 'InvalidRecipient', 'A recipient has no address.');
      const displayName = typeof one === 'string' ? one : (one.displayName ?? emailAddress);
      return { displayName, emailAddress, appointmentResponse: 'none', recipientType: 'other' };
    });
  };
  const toLocations = (value: unknown): OutlookLocation[] => {
    const identifiers = Array.isArray(value) ? (value as Partial<OutlookLocation>[]) : [];
    const isSound = identifiers.every(
      ({ id, type }) => typeof id === 'string' && (type === 'room' || type === 'custom'),
    );
    if (!Array.isArray(value) || !isSound)
      return fail(9023, 'InvalidFormatError', 'The format of the specified data is invalid.');
    return identifiers.map(({ id = '', type = 'custom' }) => ({
      ...{ id, type, displayName: type === 'room' ? (id.split('@')[0] ?? id) : id },
      emailAddress: type === 'room' ? id : '',
    }));
  };
  const isSame = (one: OutlookLocation, other: OutlookLocation): boolean =>
    one.id === other.id && one.type === other.type;
  return { fail, requireText, requireTime, toAttendees, toLocations, isSame };
}
