import { createLimit, toAddressKey } from '../../server/limits.ts';

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

describe('toAddressKey', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    [undefined, 'unknown'],
  ])('C21 counts %s as %s', (address, key) => {
    expect(toAddressKey(address)).toBe(key);
  });
});
