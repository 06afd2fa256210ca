import { createGraph } from '../../src/graph/create-graph.ts';
import { listRooms } from '../../src/graph/list-rooms.ts';
import { fakeClock, json, scriptedFetch } from '../support/scripted-fetch.ts';

const list = (...script: Parameters<typeof scriptedFetch>) => {
  const { fetch } = scriptedFetch(...script);
  const getToken = (): Promise<string> => Promise.resolve('t');
  return listRooms(createGraph({ base: 'http://g', fetch, clock: fakeClock(), getToken }));
};
const one = (more: object) => list(json({ value: [{ emailAddress: 'r@contoso.com', displayName: '3.12', ...more }] }));

describe('listRooms', () => {
  it('reads a room that the directory describes fully', async () => {
    expect(
      await one({
        capacity: 12,
        building: 'HQ',
        floorNumber: 0,
        floorLabel: 'Ground',
        bookingType: 'standard',
        isWheelChairAccessible: false,
        teamsEnabledState: 'enabled',
        audioDeviceName: null,
        displayDeviceName: 'surface hub',
        tags: ['bean bags'],
      }),
    ).toEqual([
      {
        address: 'r@contoso.com',
        name: '3.12',
        capacity: 12,
        building: 'HQ',
        floorNumber: 0,
        floorLabel: 'Ground',
        bookingType: 'standard',
        isWheelChairAccessible: false,
        teamsEnabled: true,
        equipment: [{ kind: 'display', name: 'surface hub' }],
        tags: ['bean bags'],
      },
    ]);
  });

  it.each([
    ['text', { capacity: '12' }, { capacity: 12 }],
    ['no number', { capacity: 'many' }, {}],
    ['nought', { capacity: 0 }, {}],
  ])('takes a capacity of %s', async (_name, raw, expected) => {
    const bare = { address: 'r@contoso.com', name: '3.12', bookingType: 'unknown', equipment: [], tags: [] };
    expect(await one(raw)).toEqual([{ ...bare, ...expected }]);
  });

  it('follows the pages, leaves out what has no address, and shows a room on two pages once', async () => {
    const nextLink = 'https://graph.microsoft.com/v1.0/places/microsoft.graph.room?$skip=100';
    const room = { emailAddress: 'r@contoso.com', displayName: 'A' };
    const rooms = await list(
      json({ value: [room, { displayName: 'no address' }], '@odata.nextLink': nextLink }),
      json({ value: [{ ...room, emailAddress: 'R@contoso.com' }, { emailAddress: 's@contoso.com' }] }),
    );
    expect(rooms.map(({ name }) => name)).toEqual(['A', 's@contoso.com']);
  });
});
