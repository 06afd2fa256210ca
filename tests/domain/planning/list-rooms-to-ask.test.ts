import { listRoomsToAsk, MOST_ROOMS } from '../../../src/domain/planning/list-rooms-to-ask.ts';
import { samplePerson, samplePlan, stretch } from '../samples/sample-plan.ts';
import { sampleRoom } from '../samples/sample-room.ts';

const at = (name: string, building: string) =>
  samplePerson(name, { stretches: [stretch('24T08:00', '24T17:00', 'office', building)], isRostered: true });
const names = (rooms: readonly { readonly name: string }[]) => rooms.map(({ name }) => name);

describe('listRoomsToAsk', () => {
  it('takes rooms of each building that needs one in turn, the most suitable first, and none too small', () => {
    const people = [at('Alex', 'HQ'), at('Sam', 'HQ'), at('Ada', 'HQ'), at('Noor', 'Annex'), at('Olu', 'Annex')];
    const plan = samplePlan({ people, mode: 'hybrid' });
    const rooms = [
      sampleRoom({ name: 'Hall', capacity: 50 }),
      sampleRoom({ name: 'Small', capacity: 3 }),
      sampleRoom({ name: 'Nook', capacity: 2, building: 'Annex' }),
      sampleRoom({ name: 'Cell', capacity: 1 }),
    ];
    expect(names(listRoomsToAsk({ plan, rooms, about: {} }))).toEqual(['Small', 'Nook', 'Hall']);
  });

  it('asks no more than four calls hold, and nothing where no time suits the people', () => {
    const rooms = Array.from({ length: 500 }, (_, index) => sampleRoom({ name: `Room ${index}` }));
    expect(listRoomsToAsk({ plan: samplePlan(), rooms, about: {} })).toHaveLength(MOST_ROOMS);
    expect(listRoomsToAsk({ plan: { ranked: [] }, rooms, about: {} })).toEqual([]);
    expect(listRoomsToAsk({ plan: samplePlan({ mode: 'online' }), rooms, about: {} })).toEqual([]);
  });
});
