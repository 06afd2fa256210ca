import { createHeldReader } from '../../server/held-reader.ts';

describe('createHeldReader', () => {
  const start = () => {
    const clock = { ms: 1_000_000 };
    const reader = createHeldReader<string>({ freshMs: 10_000, holdMs: 600_000, max: 10, now: () => clock.ms });
    let reads = 0;
    const source = { fail: false, value: 'a' };
    const read = async (): Promise<string> => {
      reads += 1;
      await Promise.resolve();
      if (source.fail) throw new Error('down');
      return source.value;
    };
    return { clock, reader, source, get: () => reader.get('k', read), reads: () => reads };
  };

  it('asks once for many at the same moment, and not again while the answer is fresh', async () => {
    const { get, reads, clock } = start();
    expect(await Promise.all([get(), get(), get()])).toEqual(['a', 'a', 'a']);
    clock.ms += 9_999;
    await get();
    expect(reads()).toBe(1);
    clock.ms += 1;
    await get();
    expect(reads()).toBe(2);
  });

  it('B24 forgets the oldest when many users come', async () => {
    const { reader, get, reads } = start();
    await get();
    for (let user = 0; user < 100_000; user += 1) reader.set(`${user}`, 'b');
    await get();
    expect(reads()).toBe(2);
    expect(await reader.get('99999', () => Promise.reject(new Error('not held')))).toBe('b');
  });

  it('B27 holds the last answer while the source is down, up to the limit', async () => {
    const { get, source, clock } = start();
    await get();
    source.fail = true;
    clock.ms += 599_999;
    expect(await get()).toBe('a');
    clock.ms += 1;
    await expect(get()).rejects.toThrow('down');
  });

  it('B26 does not press a source that is down, and finds it again soon', async () => {
    const { get, source, clock, reads } = start();
    await get();
    source.fail = true;
    clock.ms += 20_000;
    for (let n = 0; n < 50; n += 1) await get();
    expect(reads()).toBe(2);
    source.fail = false;
    source.value = 'b';
    clock.ms += 2_000;
    expect(await get()).toBe('b');
  });

  it('believes what was written here over a read that began before', async () => {
    const { get, reader } = start();
    const running = get();
    reader.set('k', 'written');
    await running;
    expect(await get()).toBe('written');
  });
});
