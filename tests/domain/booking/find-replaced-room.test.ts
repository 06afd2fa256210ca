import { findReplacedRoom } from '../../../src/domain/booking/find-replaced-room.ts';
import { sampleAttendee, sampleEvent, timed } from '../samples/sample-event.ts';
import { sampleRoom } from '../samples/sample-room.ts';

const held = (...names: readonly string[]) =>
  sampleEvent({
    time: timed('2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z'),
    attendees: names.map((name) => sampleAttendee(`${name}@contoso.example`, { kind: 'resource', answer: 'accepted' })),
  });
const buildingOf = (address: string): string | undefined =>
  ({ 'a@contoso.example': 'HQ', 'b@contoso.example': 'HQ', 'x@contoso.example': 'Annex' })[address];
const find = (event: ReturnType<typeof held>, name: string, building?: string): string | undefined =>
  findReplacedRoom(event, sampleRoom({ name, ...(building ? { building } : {}) }), buildingOf)?.name;

describe('findReplacedRoom', () => {
  it.each<[string, readonly string[], string, string, string | undefined]>([
    ['the only room goes, wherever the new one is', ['a'], 'Y', 'Annex', 'a'],
    ['of a pair the one in the same building goes', ['a', 'x'], 'Y', 'Annex', 'x'],
    ['of a pair none goes for a third building', ['a', 'x'], 'T', 'Tower', undefined],
    ['of two in one building nobody knows which is meant', ['a', 'b'], 'C', 'HQ', undefined],
    ['a room that is there already replaces none', ['a', 'x'], 'X', 'Annex', undefined],
    ['a meeting without a room loses none', [], 'A', 'HQ', undefined],
  ])('%s', (_, rooms, name, building, expected) => {
    expect(find(held(...rooms), name, building)).toBe(expected);
  });
});
