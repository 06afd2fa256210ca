import {
  findFloor,
  NO_MEMORY,
  parseRoomMemory,
  toggleFavourite,
  withFloor,
  withRecent,
  writeRoomMemory,
} from '../../../src/domain/rooms/room-memory.ts';

const address = (index: number): string => `${'r'.repeat(250)}${index}@contoso.example`;

describe('what is remembered about rooms', () => {
  it('makes a room a favourite and none again, whatever the case of its address', () => {
    const one = toggleFavourite(NO_MEMORY, 'Plain@Contoso.example');
    expect(one.favourites).toEqual(['plain@contoso.example']);
    expect(toggleFavourite(one, 'PLAIN@contoso.example').favourites).toEqual([]);
  });

  it('keeps each room booked lately once, the latest first, twelve of them', () => {
    let memory = NO_MEMORY;
    for (let index = 0; index < 20; index += 1) memory = withRecent(memory, `r${index}@contoso.example`);
    memory = withRecent(memory, 'R15@contoso.example');
    expect(memory.recents).toHaveLength(12);
    expect(memory.recents.slice(0, 2)).toEqual(['r15@contoso.example', 'r19@contoso.example']);
    expect(new Set(memory.recents).size).toBe(12);
  });

  it('remembers one floor a building, and forgets it', () => {
    const memory = withFloor(withFloor(NO_MEMORY, 'HQ ', 3), 'hq', 0);
    expect([findFloor(memory, ' Hq'), findFloor(memory, 'Annex'), findFloor(memory, undefined)]).toEqual([
      0,
      undefined,
      undefined,
    ]);
    expect(withFloor(memory, 'HQ', undefined).floors).toEqual([]);
  });

  it('comes back from the mailbox as it was written', () => {
    const memory = withFloor(withRecent(toggleFavourite(NO_MEMORY, 'a@b.example'), 'c@d.example'), 'HQ', -1);
    expect(parseRoomMemory(writeRoomMemory(memory))).toEqual(memory);
  });

  it.each([[''], ['no JSON'], ['{"v":2}'], ['{"v":1,"favourites":["x"],"recents":[],"floors":[]}'], ['null']])(
    'takes %j as no memory',
    (text) => {
      expect(parseRoomMemory(text)).toEqual(NO_MEMORY);
    },
  );

  it('drops the oldest favourites where all would not fit, and stays readable', () => {
    let memory = NO_MEMORY;
    for (let index = 0; index < 120; index += 1) memory = toggleFavourite(memory, address(index));
    const text = writeRoomMemory(memory);
    expect(text.length).toBeLessThanOrEqual(16_000);
    expect(parseRoomMemory(text).favourites[0]).toBe(address(119));
  });
});
