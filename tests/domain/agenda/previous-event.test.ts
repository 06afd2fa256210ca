import { findPreviousEvent } from '../../../src/domain/agenda/previous-event.ts';
import { allDay, sampleEvent, timed } from '../samples/sample-event.ts';

const at = (id: string, start: string, end: string, change = {}) =>
  sampleEvent({ id, time: timed(`2026-11-24T${start}:00Z`, `2026-11-24T${end}:00Z`), ...change });
const next = at('next', '10:00', '11:00');

describe('findPreviousEvent', () => {
  it.each([
    ['the one that ends last before it', [at('a', '07:30', '08:30'), at('b', '08:00', '09:00')], 'b'],
    ['one that ends as it starts', [at('a', '09:00', '10:00')], 'a'],
    ['none that still runs', [at('a', '09:00', '10:01')], undefined],
    ['one of exactly two hours before', [at('a', '07:00', '08:00')], 'a'],
    ['none of longer ago', [at('a', '07:00', '07:59')], undefined],
    ['none that was cancelled', [at('a', '09:00', '10:00', { isCancelled: true })], undefined],
    ['none that I declined', [at('a', '09:00', '10:00', { myAnswer: 'declined' })], undefined],
    ['no whole day', [sampleEvent({ id: 'a', time: allDay('2026-11-23', '2026-11-24') })], undefined],
    ['not itself', [next], undefined],
    ['of two that end together always the same', [at('b', '09:00', '10:00'), at('a', '09:30', '10:00')], 'a'],
  ])('finds %s', (_name, events, expected) => {
    expect(findPreviousEvent(events, next)?.id).toBe(expected);
  });

  it('counts real time where the clocks change', () => {
    // in Berlin 01:30 to 03:30 of that night: one hour, not two
    const before = sampleEvent({ id: 'before', time: timed('2026-03-28T23:00:00Z', '2026-03-29T00:30:00Z') });
    const after = sampleEvent({ id: 'after', time: timed('2026-03-29T02:30:00Z', '2026-03-29T03:00:00Z') });
    expect(findPreviousEvent([before], after)?.id).toBe('before');
  });

  it('finds nothing before a whole day', () => {
    const day = sampleEvent({ id: 'day', time: allDay('2026-11-24', '2026-11-25') });
    expect(findPreviousEvent([at('a', '09:00', '10:00')], day)).toBeUndefined();
  });
});
