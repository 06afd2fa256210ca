/** The mailbox's own zone, hour format and working hours. */
import * as v from 'valibot';
import type { MailboxSettings } from '../domain/agenda/agenda-sources.ts';
import { Failure } from '../domain/failure.ts';
import { toIanaZone } from '../domain/time/zones.ts';
import { parseAnswer, toSelect } from './parse-answer.ts';
import type { GraphCall } from './graph.ts';

const settings = v.object({
  timeZone: v.nullish(v.string(), ''),
  timeFormat: v.nullish(v.string(), ''),
  workingHours: v.nullish(
    v.object({
      daysOfWeek: v.nullish(v.array(v.string()), []),
      startTime: v.string(),
      endTime: v.string(),
      timeZone: v.nullish(v.object({ name: v.nullish(v.string(), '') })),
    }),
  ),
});

export const mailboxSettingsCall: GraphCall = {
  method: 'GET',
  path: `/me/mailboxSettings?$select=${toSelect(settings)}`,
};

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

type WorkingHours = NonNullable<MailboxSettings['workingHours']>;
type RawHours = NonNullable<v.InferOutput<typeof settings>['workingHours']>;

/** Hours that can't be read are none at all; a custom zone stands for the mailbox's own. */
function toWorkingHours(raw: RawHours, mailboxZone: string): WorkingHours | undefined {
  try {
    const start = Temporal.PlainTime.from(raw.startTime);
    const end = Temporal.PlainTime.from(raw.endTime);
    const days = raw.daysOfWeek.map((day) => DAYS.indexOf(day.toLowerCase()) + 1).filter((day) => day > 0);
    return { daysOfWeek: days, start, end, zone: toIanaZone(raw.timeZone?.name ?? '') ?? mailboxZone };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

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
