import { createWorldClock } from '../../emulator/world-clock.ts';

const START = Date.parse('2026-03-02T08:00:00Z');

describe('createWorldClock', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-22T09:00:00Z') });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it("shows the machine's time unless told another", () => {
    expect(createWorldClock().now()).toBe(Date.parse('2026-11-22T09:00:00Z'));
    expect(createWorldClock(START).now()).toBe(START);
  });

  it('runs with the machine', () => {
    const clock = createWorldClock(START);
    jest.advanceTimersByTime(5000);
    expect(clock.now()).toBe(START + 5000);
  });

  it('runs a task when its time has come, and not once it was dropped', () => {
    const clock = createWorldClock(START);
    const ran: string[] = [];
    clock.after(1500, () => ran.push('kept'));
    const drop = clock.after(1000, () => ran.push('dropped'));
    drop();
    jest.advanceTimersByTime(1499);
    expect(ran).toEqual([]);
    jest.advanceTimersByTime(2);
    expect(ran).toEqual(['kept']);
  });

  it('runs what became due by a jump in order of time, each at its own time, with what they plan', () => {
    const clock = createWorldClock(START);
    const ran: [string, number][] = [];
    const note = (name: string) => (): void => void ran.push([name, clock.now() - START]);
    clock.after(20_000, note('late'));
    clock.after(10_000, () => {
      note('early')();
      clock.after(5000, note('planned'));
    });
    clock.after(40_000, note('never'));
    clock.advance(30_000);
    expect(ran).toEqual([
      ['early', 10_000],
      ['planned', 15_000],
      ['late', 20_000],
    ]);
    expect(clock.now()).toBe(START + 30_000);
  });

  it('waits for the rest of the time after a jump', () => {
    const clock = createWorldClock(START);
    let ran = false;
    clock.after(10_000, () => {
      ran = true;
    });
    clock.advance(9000);
    jest.advanceTimersByTime(999);
    expect(ran).toBe(false);
    jest.advanceTimersByTime(1);
    expect(ran).toBe(true);
  });

  it('waits longer than a timer of the machine can', () => {
    const clock = createWorldClock(START);
    let ran = false;
    clock.after(40 * 24 * 60 * 60_000, () => {
      ran = true;
    });
    jest.advanceTimersByTime(30 * 24 * 60 * 60_000);
    expect(ran).toBe(false);
    jest.advanceTimersByTime(10 * 24 * 60 * 60_000);
    expect(ran).toBe(true);
  });

  it('forgets all tasks when stopped', () => {
    const clock = createWorldClock(START);
    clock.after(10, () => {
      throw new Error('ran');
    });
    clock.stop();
    jest.advanceTimersByTime(100);
    clock.advance(100);
    expect(clock.now()).toBe(START + 200);
  });
});
