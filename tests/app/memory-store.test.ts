import { createMemoryStore } from '../../src/app/memory-store.ts';
import { NO_MEMORY, type RoomMemory, toggleFavourite, withRecent } from '../../src/domain/rooms/room-memory.ts';

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 5));
function mailbox(about: { readonly fails?: () => boolean } = {}) {
  let held: RoomMemory = NO_MEMORY;
  const kept: RoomMemory[] = [];
  return {
    none: NO_MEMORY,
    kept,
    set: (memory: RoomMemory) => (held = memory),
    read: () => Promise.resolve(held),
    keep: (memory: RoomMemory) => {
      if (about.fails?.() === true) return Promise.reject(new Error('refused'));
      held = memory;
      kept.push(memory);
      return Promise.resolve();
    },
  };
}

describe('createMemoryStore', () => {
  it('shows a change at once and keeps it in the mailbox', async () => {
    const box = mailbox();
    const store = createMemoryStore(box);
    store.change((memory) => toggleFavourite(memory, 'a@b.example'));
    expect(store.state().memory.favourites).toEqual(['a@b.example']);
    await settled();
    expect(box.kept.at(-1)?.favourites).toEqual(['a@b.example']);
    expect(store.state()).toMatchObject({ isSettled: true, isPageOnly: false });
  });

  it('makes a change to what another page has kept meanwhile', async () => {
    const box = mailbox();
    const store = createMemoryStore(box);
    await settled();
    box.set(toggleFavourite(NO_MEMORY, 'other@b.example'));
    store.change((memory) => withRecent(memory, 'a@b.example'));
    await settled();
    expect(box.kept.at(-1)).toMatchObject({ favourites: ['other@b.example'], recents: ['a@b.example'] });
  });

  it('lasts as long as the page where the mailbox refuses, and takes everything along once it does not', async () => {
    let fails = true;
    const box = mailbox({ fails: () => fails });
    const store = createMemoryStore(box);
    store.change((memory) => toggleFavourite(memory, 'a@b.example'));
    await settled();
    expect(store.state()).toMatchObject({ isPageOnly: true, memory: { favourites: ['a@b.example'] } });
    fails = false;
    store.change((memory) => toggleFavourite(memory, 'c@b.example'));
    await settled();
    expect(store.state().isPageOnly).toBe(false);
    expect(box.kept.at(-1)?.favourites).toEqual(['c@b.example', 'a@b.example']);
  });

  it('works without a mailbox that can be read', async () => {
    const store = createMemoryStore({
      none: NO_MEMORY,
      read: () => Promise.reject(new Error('no')),
      keep: () => Promise.resolve(),
    });
    await settled();
    expect(store.state()).toMatchObject({ isSettled: true, isPageOnly: false });
  });
});
