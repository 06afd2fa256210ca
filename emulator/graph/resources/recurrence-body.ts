/** Reads a recurrence that a caller writes, with the extras each pattern needs (recurrencePattern, recurrenceRange). */
import type { MailboxEvent, Recurrence } from '../../mailbox/mailbox.ts';
import type { EventChange } from '../../mailbox/meeting-actions.ts';
import { hasDates } from '../../mailbox/recurrence-dates.ts';
import { findZone, toLocalDate } from '../../mailbox/zones.ts';
import { GraphError, unknownZone } from '../graph-error.ts';
import { isRecord } from '../model/check-body.ts';

type Pattern = Recurrence['pattern'];
type Range = Recurrence['range'];

const invalid = (message: string): GraphError => new GraphError(400, 'ErrorInvalidRecurrencePattern', message);

function readPattern(value: unknown): Pattern {
  if (!isRecord(value) || typeof value['type'] !== 'string') throw invalid('The recurrence pattern is missing.');
  const days = Array.isArray(value['daysOfWeek']) ? (value['daysOfWeek'] as string[]) : [];
  const pattern: Pattern = {
    type: value['type'] as Pattern['type'],
    interval: Number(value['interval'] ?? 1),
    month: Number(value['month'] ?? 0),
    dayOfMonth: Number(value['dayOfMonth'] ?? 0),
    daysOfWeek: days,
    firstDayOfWeek: typeof value['firstDayOfWeek'] === 'string' ? value['firstDayOfWeek'] : 'sunday',
    index: typeof value['index'] === 'string' ? value['index'] : 'first',
  };
  const isYearly = pattern.type.endsWith('Yearly');
  if (pattern.interval > 999 || !hasDates(pattern)) throw invalid('The recurrence pattern has no dates.');
  if (pattern.type.startsWith('absolute') && (pattern.dayOfMonth < 1 || pattern.dayOfMonth > 31))
    throw invalid('dayOfMonth must be between 1 and 31.');
  if (isYearly && (pattern.month < 1 || pattern.month > 12)) throw invalid('month must be between 1 and 12.');
  return pattern;
}

function readRange(value: unknown, zoneName: string, startDate: string): Range {
  if (!isRecord(value) || typeof value['type'] !== 'string') throw invalid('The recurrence range is missing.');
  const zone =
    typeof value['recurrenceTimeZone'] === 'string' && value['recurrenceTimeZone'] !== ''
      ? value['recurrenceTimeZone']
      : zoneName;
  if (findZone(zone) === undefined) throw unknownZone(zone);
  const range: Range = {
    type: value['type'] as Range['type'],
    startDate: typeof value['startDate'] === 'string' ? value['startDate'] : startDate,
    endDate: typeof value['endDate'] === 'string' ? value['endDate'] : '0001-01-01',
    numberOfOccurrences: Number(value['numberOfOccurrences'] ?? 0),
    recurrenceTimeZone: zone,
  };
  if (range.startDate !== startDate) throw invalid('The recurrence range must start on the date of the event.');
  if (range.type === 'endDate' && range.endDate < range.startDate)
    throw invalid('The recurrence range ends before it starts.');
  if (range.type === 'numbered' && (range.numberOfOccurrences < 1 || range.numberOfOccurrences > 999))
    throw invalid('numberOfOccurrences must be between 1 and 999.');
  return range;
}

/** `null` makes a series a single event again; changed dates of a series go with a new pattern. */
export function readRecurrence(value: unknown, times: EventChange, before?: MailboxEvent): EventChange {
  if (value === undefined) return before === undefined ? { recurrence: null } : {};
  if (value === null) return { recurrence: null };
  if (!isRecord(value)) throw invalid('The recurrence is not valid.');
  const time = times.time ?? before?.time;
  const zoneName = times.startZone ?? before?.startZone ?? 'UTC';
  const startDate = time?.allDay?.start ?? toLocalDate(time?.startMs ?? 0, findZone(zoneName) ?? 'UTC');
  return {
    recurrence: { pattern: readPattern(value['pattern']), range: readRange(value['range'], zoneName, startDate) },
  };
}
