/** What a slot of the timeline shows and says. */
import type { Interval } from '../../domain/time/intervals.ts';
import { findSlotStatus, type SlotStatus } from '../../domain/rooms/timeline.ts';
import type { Words } from '../words/create-words.ts';
import type { TimelineRow } from './timeline-row.ts';

export type ShownStatus = SlotStatus | 'pending';

export const STATUS_MARKS: Readonly<Record<ShownStatus, string>> = {
  ...{ free: '', busy: '■', tentative: '▨', oof: '✕' },
  ...{ workingElsewhere: '◇', unknown: '?', pending: '…' },
};

export function findStatus(row: TimelineRow, slot: Interval): ShownStatus {
  if (row.state !== 'known') return row.state;
  return findSlotStatus(row.blocks, slot);
}

const isOn = (row: TimelineRow, slot: Interval) =>
  row.shifts.find(
    (shift) =>
      shift.start.epochMilliseconds < slot.end.epochMilliseconds &&
      shift.end.epochMilliseconds > slot.start.epochMilliseconds,
  );

/** The shift that stands behind a slot, in words; undefined: none, or a day off. */
export function findShiftText(row: TimelineRow, slot: Interval, { t }: Words): string | undefined {
  const shift = isOn(row, slot);
  if (shift === undefined || shift.place.kind === 'off') return undefined;
  const place = t(`shift.${shift.place.kind}`);
  return shift.place.kind === 'office' && shift.place.building !== undefined
    ? `${place} · ${shift.place.building}`
    : place;
}

export function slotLabel(row: TimelineRow, slot: Interval, words: Words): string {
  const status = words.t(`timeline.${findStatus(row, slot)}`);
  const shift = findShiftText(row, slot, words);
  return words.t('timeline.cell', {
    name: row.name,
    range: words.timeRange(slot.start, slot.end),
    status: shift === undefined ? status : words.list([status, shift]),
  });
}
