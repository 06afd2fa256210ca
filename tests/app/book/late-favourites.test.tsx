/** Favourites that a slow mailbox tells late: rooms don't wait for them, and are put in order once they are there. */
import { act, screen } from '@testing-library/react';
import { createMemoryStore } from '../../../src/app/memory-store.ts';
import { NO_MEMORY, type RoomMemory } from '../../../src/domain/rooms/room-memory.ts';
import { findBook, offered, showBookScreen } from '../../support/book-stage.tsx';
import { makeRoom } from '../../support/make-room.ts';

const ROOMS = ['Elm', 'Oak', 'Yew'].map((name) => makeRoom(name, { capacity: 4, building: 'HQ' }));

function showWithMailbox(read: () => Promise<RoomMemory>) {
  const store = createMemoryStore({ none: NO_MEMORY, read, keep: () => Promise.resolve() });
  return showBookScreen(ROOMS, { with: { openRoomMemory: () => Promise.resolve(store) } });
}

describe('BookScreen before a slow mailbox', () => {
  it('offers rooms without favourites, and puts these first as soon as they are told', async () => {
    let tell: (memory: RoomMemory) => void = () => undefined;
    showWithMailbox(() => new Promise((done) => (tell = done)));
    await findBook('Yew');
    expect(offered()).toEqual(['Elm', 'Oak', 'Yew']);

    const yew = ROOMS[2]?.address ?? '';
    await act(async () => {
      tell({ ...NO_MEMORY, favourites: [yew.toLowerCase()] });
      await Promise.resolve();
    });
    expect(await screen.findByText(/your favourite/)).toBeInTheDocument();
    expect(offered()).toEqual(['Yew', 'Elm', 'Oak']);
  });

  it('moves nothing for a room that becomes a favourite while one looks', async () => {
    const { user } = showWithMailbox(() => Promise.resolve(NO_MEMORY));
    await findBook('Yew');
    await user.click(screen.getByRole('button', { name: 'Favourite: Yew' }));
    await screen.findByRole('button', { name: 'Favourite: Yew', pressed: true });
    expect(offered()).toEqual(['Elm', 'Oak', 'Yew']);
  });
});
