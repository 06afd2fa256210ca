/** Rooms, lists and buildings (fact sheet C). */
import { createStage, type Json } from '../stage.ts';

const values = (json: Json): readonly Json[] => json['value'] as readonly Json[];

describe('places', () => {
  const stage = createStage();

  it('lists the rooms, the plain one first, with what the directory knows and null for what it does not [C]', async () => {
    const { json } = await stage.ask('GET /places/microsoft.graph.room');
    expect(values(json)).toHaveLength(25);
    expect(values(json)[0]).toMatchObject({
      emailAddress: 'plain@contoso.example',
      building: 'Headquarters',
      floorNumber: 1,
      capacity: 8,
      bookingType: 'standard',
    });
    const named = new Set(values(json).map((room) => String(room['emailAddress']).split('@')[0]));
    for (const key of ['plain', 'busy', 'approval', 'silent', 'short', 'reserved']) expect(named).toContain(key);
    expect(
      values(json).find(({ emailAddress }) => String(emailAddress) === 'reserved@contoso.example')?.['bookingType'],
    ).toBe('reserved');
    expect(values(json).find(({ displayName }) => String(displayName) === 'Annex meeting room')).toMatchObject({
      building: null,
      capacity: null,
      floorNumber: null,
    });
  });

  it('takes the cast in any case and with the short namespace [C]', async () => {
    for (const cast of ['microsoft.graph.Room', 'graph.room'])
      expect((await stage.ask(`GET /places/${cast}`)).status).toBe(200);
  });

  it('gives a hundred a page at most, and the rest by links [C]', async () => {
    const many = createStage({ rooms: 250 });
    const sizes: number[] = [];
    const addresses = new Set<string>();
    let target: string | undefined = '/places/microsoft.graph.room?$top=500&$select=emailAddress&$count=true';
    while (target !== undefined) {
      const { json }: { json: Json } = await many.ask(`GET ${target}`);
      sizes.push(values(json).length);
      expect(json['@odata.count']).toBe(250);
      for (const room of values(json)) addresses.add(String(room['emailAddress']));
      const next = json['@odata.nextLink'] === undefined ? undefined : String(json['@odata.nextLink']);
      expect(next?.startsWith('https://graph.microsoft.com/v1.0/places/') ?? true).toBe(true);
      target = next?.slice('https://graph.microsoft.com/v1.0'.length);
    }
    expect(sizes).toEqual([100, 100, 50]);
    expect(addresses.size).toBe(250);
  });

  it('pages by $top and $skip and selects [C]', async () => {
    const { json } = await stage.ask('GET /places/microsoft.graph.room?$top=2&$skip=1&$select=displayName,capacity');
    expect(values(json).map(({ displayName }) => displayName)).toEqual(['1.02 Maple', '4.01 Boardroom']);
    expect(Object.keys(values(json)[0] ?? {}).sort()).toEqual(['capacity', 'displayName', 'id']);
  });

  it('filters [C]', async () => {
    const { json } = await stage.ask(
      "GET /places/microsoft.graph.room?$filter=building eq 'Riverside' and capacity ge 10",
    );
    expect(values(json).map(({ displayName }) => displayName)).toEqual(['R1 Heron', 'R3 Willow']);
  });

  it('lists room lists, and the rooms of one named by its address [C]', async () => {
    const lists = await stage.ask('GET /places/microsoft.graph.roomlist');
    expect(values(lists.json).map(({ emailAddress }) => emailAddress)).toEqual([
      'rooms-hq@contoso.example',
      'rooms-riverside@contoso.example',
    ]);
    const rooms = await stage.ask('GET /places/rooms-riverside@contoso.example/microsoft.graph.roomlist/rooms');
    expect(values(rooms.json)).toHaveLength(4);
    const byId = await stage.ask(`GET /places/${String(values(lists.json)[0]?.['id'])}/microsoft.graph.roomlist/rooms`);
    expect(byId.status).toBe(400);
    expect((await stage.ask('GET /places/nobody@contoso.example/microsoft.graph.roomlist/rooms')).status).toBe(404);
  });

  it('reads one place by id, address or place id, and what is below a building [C]', async () => {
    const { json } = await stage.ask('GET /places/plain@contoso.example');
    expect(json).toMatchObject({ '@odata.type': '#microsoft.graph.room', displayName: '1.01 Linden' });
    expect((await stage.ask(`GET /places/${String(json['placeId'])}`)).json['emailAddress']).toBe(
      'plain@contoso.example',
    );
    const buildings = await stage.ask('GET /places/microsoft.graph.building');
    const harbour = values(buildings.json).find(({ displayName }) => String(displayName) === 'Harbour');
    const below = await stage.ask(`GET /places/${String(harbour?.['id'])}/descendants/microsoft.graph.room`);
    expect(values(below.json).map(({ displayName }) => displayName)).toEqual(['H0 Quay', 'H1 Anchor', 'H1 Lighthouse']);
    expect((await stage.ask('GET /places/nowhere')).status).toBe(404);
  });

  it.each(['isWheelchairAccessible', 'displayDevice', 'isTeamsEnabled'])(
    'refuses the misspelt %s [C]',
    async (name) => {
      const answer = await stage.ask(`GET /places/microsoft.graph.room?$select=${name}`);
      expect(answer.status).toBe(400);
      expect(answer.json['error']?.['message']).toContain(`Could not find a property named '${name}'`);
    },
  );

  it('takes no order: what it knows is $filter, $select, $top, $skip and $count [C]', async () => {
    expect((await stage.ask('GET /places/microsoft.graph.room?$orderby=displayName')).status).toBe(400);
    const known = '$filter=capacity ge 4&$select=displayName&$top=2&$skip=1&$count=true';
    expect(values((await stage.ask(`GET /places/microsoft.graph.room?${known}`)).json)).toHaveLength(2);
  });

  it('shows another organisation none of them [C]', async () => {
    expect(values((await stage.ask('GET /places/microsoft.graph.room', undefined, { as: 'jo' })).json)).toEqual([]);
  });
});
