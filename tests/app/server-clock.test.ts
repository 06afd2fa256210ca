import { createServerClock } from '../../src/app/server-clock.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const date = (ms: number): string => new Date(ms).toUTCString();

describe('createServerClock', () => {
  it.each([
    ['a day behind', -86_400_000],
    ['ten minutes ahead', 600_000],
  ])('D20 tells the server’s time on a device that is %s', (_name, wrongMs) => {
    const clock = createServerClock(() => NOON + wrongMs);
    clock.hear(date(NOON));
    expect(String(clock.now())).toBe('2026-11-23T12:00:00Z');
  });

  it('leaves a device alone that is right to a few seconds', () => {
    const clock = createServerClock(() => NOON + 1_250);
    clock.hear(date(NOON));
    expect(String(clock.now())).toBe('2026-11-23T12:00:01.25Z');
  });

  it('believes a date that is none no more than the device', () => {
    const clock = createServerClock(() => NOON);
    clock.hear('soon');
    expect(String(clock.now())).toBe('2026-11-23T12:00:00Z');
  });
});
