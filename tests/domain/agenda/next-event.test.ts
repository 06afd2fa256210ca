import { findNextEvent } from '../../../src/domain/agenda/next-event.ts';
import { allDay, sampleEvent, timed } from '../samples/sample-event.ts';

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-11-24T${time}:00Z`);
const event = (id: string, start: string, end: string, change = {}) =>
  sampleEvent({ id, time: timed(`2026-11-24T${start}:00Z`, `2026-11-24T${end}:00Z`), ...change });
const ten = event('ten', '10:00', '10:30');
const eleven = event('eleven', '11:00', '12:00');

describe('findNextEvent', () => {
  it.each([
    ['the first to start', '09:00', 'ten'],
    ['the one that starts now', '10:00', 'ten'],
    ['the one that began nine minutes ago', '10:09', 'ten'],
    ['the one to come, ten minutes after the start', '10:10', 'eleven'],
    ['the one that runs, when none is to come', '11:30', 'eleven'],
    ['none, as the last one ends', '12:00', undefined],
  ])('finds %s', (_, now, id) => {
    expect(findNextEvent([eleven, ten], at(now))?.id).toBe(id);
  });

  it.each([
    ['cancelled', event('x', '09:30', '09:45', { isCancelled: true })],
    ['declined', event('x', '09:30', '09:45', { myAnswer: 'declined' })],
    ['all day', sampleEvent({ id: 'x', time: allDay('2026-11-24', '2026-11-25') })],
    ['over, though it began a moment ago', event('x', '08:55', '08:58')],
  ])('passes over an event that is %s', (_, other) => {
    expect(findNextEvent([other, ten], at('09:00'))?.id).toBe('ten');
  });

  it('takes the smaller id of two that start together, in whatever order they come', () => {
    const twins = [event('b', '10:00', '11:00'), event('a', '10:00', '10:30')];
    expect(findNextEvent(twins, at('09:00'))?.id).toBe('a');
    expect(findNextEvent(twins.toReversed(), at('09:00'))?.id).toBe('a');
  });

  it('finds an event of no length until it is past', () => {
    const point = event('point', '10:00', '10:00');
    expect(findNextEvent([point], at('10:00'))?.id).toBe('point');
    expect(findNextEvent([point], at('10:01'))).toBeUndefined();
  });
});
