/** The mailbox's own zone, hour format and working hours. */
import * as v from 'valibot';
import type { MailboxSettings } from '../domain/agenda/agenda-sources.ts';
import { Failure } from '../domain/failure.ts';
import { toIanaZone } from '../domain/time/zones.ts';
import { parseAnswer, toSelect } from './parse-answer.ts';
import type { GraphCall } from './graph.ts';
import { toWorkingHours, workingHoursSchema } from './working-hours.ts';

const settings = v.object({
  timeZone: v.nullish(v.string(), ''),
  timeFormat: v.nullish(v.string(), ''),
  workingHours: v.nullish(workingHoursSchema),
});

export const mailboxSettingsCall: GraphCall = {
  method: 'GET',
  path: `/me/mailboxSettings?$select=${toSelect(settings)}`,
};

/** Fails where the mailbox has no zone that exists (a custom one, or none): the host's zone is used then. */
export function parseMailboxSettings(body: unknown): MailboxSettings {
  const { timeZone, timeFormat, workingHours } = parseAnswer(settings, body);
  const zone = toIanaZone(timeZone);
  if (zone === undefined) throw new Failure('bad_response', { path: 'timeZone' });
  const hours = workingHours ? toWorkingHours(workingHours, zone) : undefined;
  const hourCycle = timeFormat.includes('H') ? 'h23' : timeFormat.includes('h') ? 'h12' : undefined;
  return {
    zone,
    graphZone: timeZone,
    ...(hourCycle ? { hourCycle } : {}),
    ...(hours ? { workingHours: hours } : {}),
  };
}
