/** `getSchedule`: when people and rooms are taken, with its published and its observed limits. */
import { toScheduleInformation } from '../../mailbox/free-busy.ts';
import { findZone, fromLocalText } from '../../mailbox/zones.ts';
import type { Call, Route } from '../call.ts';
import { requireMailbox } from '../call.ts';
import { GraphError, unknownZone } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { isRecord, readParameters } from '../model/check-body.ts';

const MAX_SCHEDULES = 100;
const MAX_DAYS = 62;

const PARAMS = {
  Schedules: 'String[]',
  StartTime: 'dateTimeTimeZone',
  EndTime: 'dateTimeTimeZone',
  AvailabilityViewInterval: 'Int32',
};

const invalid = (code: string, message: string): GraphError => new GraphError(400, code, message);

function readTime(value: unknown, name: string): number {
  if (!isRecord(value)) throw invalid('ErrorInvalidParameter', `The parameter '${name}' is missing.`);
  const zoneName = typeof value['timeZone'] === 'string' && value['timeZone'] !== '' ? value['timeZone'] : 'UTC';
  const zone = findZone(zoneName);
  if (zone === undefined) throw unknownZone(zoneName);
  try {
    return fromLocalText(String(value['dateTime']), zone);
  } catch {
    throw invalid('ErrorInvalidParameter', `The value of the parameter '${name}' is not a valid date and time.`);
  }
}

function readSchedules(value: unknown): readonly string[] {
  const schedules = Array.isArray(value) ? (value as string[]) : [];
  if (schedules.length === 0) throw invalid('ErrorInvalidParameter', "The parameter 'Schedules' is missing or empty.");
  if (schedules.length > MAX_SCHEDULES)
    throw invalid(
      'ErrorMailboxDataArrayTooBig',
      `The mailbox data array is too big. size = ${schedules.length}, allowed size = ${MAX_SCHEDULES}.`,
    );
  return schedules;
}

function readInterval(value: unknown): number {
  const minutes = value === undefined || value === null ? 30 : Number(value);
  if (minutes < 5 || minutes > 1440)
    throw invalid('ErrorInvalidMergedFreeBusyInterval', 'The interval must be between 5 and 1440 minutes.');
  return minutes;
}

function toUnresolved(scheduleId: string): object {
  const message = `Unable to resolve e-mail address ${scheduleId} to an Active Directory object.`;
  return { scheduleId, error: { message, responseCode: '5009' } };
}

function getSchedule(call: Call): GraphAnswer {
  const own = requireMailbox(call);
  const { Schedules, StartTime, EndTime, AvailabilityViewInterval } = readParameters(call.request.body, PARAMS);
  const schedules = readSchedules(Schedules);
  const window = { startMs: readTime(StartTime, 'StartTime'), endMs: readTime(EndTime, 'EndTime') };
  if (window.endMs <= window.startMs)
    throw invalid('ErrorInvalidTimeInterval', 'The end time must be later than the start time.');
  if (window.endMs - window.startMs >= MAX_DAYS * 86_400_000)
    throw invalid(
      'ErrorTimeIntervalTooBig',
      `The requested time duration is too long. Allowed limit = ${MAX_DAYS} days.`,
    );
  const question = {
    ...window,
    slotMinutes: readInterval(AvailabilityViewInterval),
    zoneName: call.prefer.timeZone ?? 'UTC',
    asker: own.address,
  };
  const value = schedules.map((id) => {
    const mailbox = call.world.mailboxes.find(id);
    const isKnown = mailbox !== undefined && mailbox.tenantId === call.person.tenantId;
    return isKnown ? toScheduleInformation(mailbox, id, question) : toUnresolved(id);
  });
  const context = 'https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.scheduleInformation)';
  return { status: 200, headers: call.prefer.applied, body: { '@odata.context': context, value } };
}

export const scheduleRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/me/calendar/getSchedule',
    area: 'outlook',
    typeName: 'scheduleInformation',
    allowed: [],
    handle: getSchedule,
  },
];
