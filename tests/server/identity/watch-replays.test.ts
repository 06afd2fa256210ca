import { createWatchReplays } from '../../../server/identity/watch-replays.ts';
import { startApp, type RunningApp } from '../running-app.ts';

const TOLD = 'token_from_another_address';
const from = (address: string) => ({ 'x-forwarded-for': address });

describe('a token replayed from another address', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp({ env: { TRUST_PROXY: '1' } });
  });
  afterAll(() => app.close());
  const told = (): readonly string[] => app.lines.filter((line) => line.includes(TOLD));

  it('A33 is served from memory, told once for its user and window, and names nobody', async () => {
    const token = await app.token();
    await app.connect(token);
    const get = (address: string) => app.call('/graph/v1.0/me', { token, headers: from(address) });
    await get('192.0.2.1');
    app.sent.length = 0;
    const others = Array.from({ length: 50 }, (_, i) => get(`198.51.100.${i + 1}`));
    expect(new Set((await Promise.all(others)).map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(app.sent)).toEqual(new Set(['GET /v1.0/me']));
    expect(told()).toHaveLength(1);
    expect(told()[0]).not.toMatch(/192\.0|198\.51|eyJ|alex|@/);
    app.clock.offsetMs += 10 * 60_000;
    await get('198.51.100.1');
    expect(told()).toHaveLength(2);
  });

  it('A33 is limited for its user, wherever it comes from', async () => {
    const token = await app.token('sam');
    const get = (i: number) =>
      app.call('/api/connection', { token, headers: from(`203.0.113.${i % 250}`) }).then(({ status }) => status);
    const answers: number[] = [];
    for (let i = 0; i < 1_250; i += 50)
      answers.push(...(await Promise.all(Array.from({ length: 50 }, (_, n) => get(i + n)))));
    expect(answers.filter((status) => status === 200)).toHaveLength(1_200);
    expect(answers.filter((status) => status === 429)).toHaveLength(50);
  });
});

describe('createWatchReplays', () => {
  const user = (n: number) => ({ tenantId: 't', objectId: String(n) });
  const end = (n: number): string => `a.b.${String(n).padStart(43, '0')}`;

  it('says nothing of two tokens of one user, nor of one address spelled in two ways', () => {
    const anomalies: string[] = [];
    const watch = createWatchReplays({ anomaly: (what) => anomalies.push(what) }, () => 0);
    watch(user(1), end(1), '10.0.0.1');
    watch(user(1), end(2), '10.0.0.2');
    watch(user(1), end(1), '::ffff:10.0.0.1');
    expect(anomalies).toEqual([]);
    watch(user(1), end(1), '10.0.0.3');
    expect(anomalies).toEqual([TOLD]);
  });

  it('B24 forgets the oldest of 100,000 users', () => {
    const anomalies: string[] = [];
    const watch = createWatchReplays({ anomaly: (what) => anomalies.push(what) }, () => 0);
    for (let n = 0; n < 100_000; n += 1) watch(user(n), end(n), '10.0.0.1');
    watch(user(0), end(0), '10.0.0.2');
    expect(anomalies).toEqual([]);
    watch(user(99_999), end(99_999), '10.0.0.2');
    expect(anomalies).toEqual([TOLD]);
  });
});
