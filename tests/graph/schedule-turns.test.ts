import { takeTurn } from '../../src/graph/schedule-turns.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('takeTurn', () => {
  const me = (): { readonly begun: string[]; readonly take: (name: string, ms: number) => Promise<string> } => {
    const begun: string[] = [];
    const owner = crypto.randomUUID();
    const from = performance.now();
    const take = (name: string, ms: number): Promise<string> =>
      takeTurn(owner, async () => {
        begun.push(`${name} ${Math.round((performance.now() - from) / 100) / 10}`);
        await new Promise((done) => setTimeout(done, ms));
        if (name === 'bad') throw new Error('refused');
        return name;
      });
    return { begun, take };
  };

  it('begins the first at once, and each other one a second after the one before has ended, also where that failed', async () => {
    const { begun, take } = me();
    const all = Promise.allSettled([take('first', 500), take('bad', 100), take('last', 0)]);
    await jest.advanceTimersByTimeAsync(5_000);
    expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(begun).toEqual(['first 0', 'bad 1.6', 'last 2.7']);
  });

  it('waits for nobody where the last turn is long over, or is somebody else’s', async () => {
    const { begun, take } = me();
    void take('first', 0);
    await jest.advanceTimersByTimeAsync(3_000);
    void take('second', 0);
    const other = me();
    void other.take('other', 0);
    await jest.advanceTimersByTimeAsync(1);
    expect([...begun, ...other.begun]).toEqual(['first 0', 'second 3', 'other 0']);
  });
});
