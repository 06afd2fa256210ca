import { createLimit } from '../../server/limits.ts';

describe('createLimit', () => {
  it('lets so many through in a window, and tells how long the rest is', () => {
    let nowMs = 1_000;
    const limit = createLimit({ max: 3, windowMs: 60_000, now: () => nowMs });
    limit.take('a', 2);
    expect(() => limit.take('a', 2)).toThrow('throttled');
    limit.take('a');
    limit.take('b', 3);
    nowMs += 59_000;
    expect(() => limit.take('a')).toThrow(expect.objectContaining({ details: { retryAfterMs: 1_000 } }));
    nowMs += 1_000;
    limit.take('a', 3);
  });

  it('B24 keeps 100,000 users at most', () => {
    const limit = createLimit({ max: 1, windowMs: 60_000, now: () => 0 });
    for (let user = 0; user < 100_000; user += 1) limit.take(`${user}`);
    expect(() => limit.take('0')).toThrow('throttled');
    limit.take('one more');
    limit.take('1');
  });
});
