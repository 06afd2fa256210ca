/** `/me/mailboxSettings`: zone, formats and working hours. */
import type { Mailbox } from '../../mailbox/mailbox.ts';
import { findZone } from '../../mailbox/zones.ts';
import type { Call, Route } from '../call.ts';
import { requireMailbox } from '../call.ts';
import { unknownZone } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { isRecord, readBody } from '../model/check-body.ts';
import { answerObject } from '../odata/answer-collection.ts';

function toSettingsJson({ settings, kind }: Mailbox): Record<string, unknown> {
  const { timeZone, dateFormat, timeFormat, locale, language, workingDays, workingStart, workingEnd } = settings;
  const unset = { dateTime: '2020-01-01T00:00:00.0000000', timeZone: 'UTC' };
  return {
    archiveFolder: null,
    timeZone,
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    dateFormat,
    timeFormat,
    userPurpose: kind,
    automaticRepliesSetting: {
      status: 'disabled',
      externalAudience: 'all',
      internalReplyMessage: '',
      externalReplyMessage: '',
      scheduledStartDateTime: unset,
      scheduledEndDateTime: unset,
    },
    language: { locale, displayName: language },
    workingHours: {
      daysOfWeek: workingDays,
      startTime: `${workingStart}:00.0000000`,
      endTime: `${workingEnd}:00.0000000`,
      timeZone: { name: timeZone },
    },
  };
}

function toContext(call: Call): string {
  return `users('${call.person.objectId}')/mailboxSettings`;
}

const getSettings = (call: Call): GraphAnswer =>
  answerObject(call, toSettingsJson(requireMailbox(call)), toContext(call));

/** Only what a person of this tenant changes: zone, formats and working hours. */
function changeSettings(call: Call): GraphAnswer {
  const { settings } = requireMailbox(call);
  const body = readBody(call.request.body, 'mailboxSettings');
  const { timeZone, workingHours } = body;
  if (typeof timeZone === 'string' && findZone(timeZone) === undefined) throw unknownZone(timeZone);
  if (typeof timeZone === 'string') settings.timeZone = timeZone;
  if (typeof body['dateFormat'] === 'string') settings.dateFormat = body['dateFormat'];
  if (typeof body['timeFormat'] === 'string') settings.timeFormat = body['timeFormat'];
  if (isRecord(workingHours)) {
    const { daysOfWeek, startTime, endTime } = workingHours;
    if (Array.isArray(daysOfWeek)) settings.workingDays = daysOfWeek as string[];
    if (typeof startTime === 'string') settings.workingStart = startTime.slice(0, 5);
    if (typeof endTime === 'string') settings.workingEnd = endTime.slice(0, 5);
  }
  return getSettings(call);
}

const base = { area: 'outlook', typeName: 'mailboxSettings' } as const;

export const mailboxSettingsRoutes: readonly Route[] = [
  { ...base, method: 'GET', path: '/me/mailboxSettings', allowed: ['$select'], isSingle: true, handle: getSettings },
  { ...base, method: 'PATCH', path: '/me/mailboxSettings', allowed: [], handle: changeSettings },
];
