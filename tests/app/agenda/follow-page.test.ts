import { type Follow, followPage } from '../../../src/app/agenda/follow-page.ts';
import type { AgendaState } from '../../../src/app/agenda/agenda-state.ts';
import { instant } from '../../support/screen-events.ts';
import { NOW } from '../../support/screen-services.ts';

const READY: AgendaState = {
  ...{ phase: 'ready', pieces: [], until: Temporal.PlainDate.from('2026-11-30'), asOf: instant(NOW), more: 'idle' },
};
let state: AgendaState;
let looks: string[];
let offline: number;
let stop: () => void;

function setNetwork(isOn: boolean): void {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOn);
  dispatchEvent(new Event(isOn ? 'online' : 'offline'));
}

beforeEach(() => {
  jest.useFakeTimers();
  [state, looks, offline] = [READY, [], 0];
  const store: Follow['store'] = { get: () => state, markOffline: () => (offline += 1) };
  stop = followPage({
    store,
    look: (occasion) => {
      looks.push(occasion);
      return Promise.resolve();
    },
    now: () => instant(NOW),
    random: () => 0.5,
  });
});
afterEach(() => {
  stop();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('followPage', () => {
  it('looks every few minutes while the page is looked at', () => {
    jest.advanceTimersByTime(10 * 60_000);
    expect(looks).toEqual(['tick', 'tick', 'tick']);
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    jest.advanceTimersByTime(10 * 60_000);
    expect(looks).toHaveLength(3);
  });

  it('tries sooner what could not be brought up to date', () => {
    state = { ...READY, stale: { kind: 'failed', code: 'upstream_unavailable' } };
    jest.advanceTimersByTime(3 * 60_000);
    expect(looks.length).toBeGreaterThanOrEqual(2);
  });

  it('D01 asks nothing while Microsoft 365 wants us to wait', () => {
    state = { ...READY, stale: { kind: 'waiting', until: instant(NOW).add({ hours: 1 }) } };
    dispatchEvent(new Event('focus'));
    jest.advanceTimersByTime(10 * 60_000);
    expect(looks).toEqual([]);
  });

  it('D21 says that there is no network, and looks once when it is back, some moment within three seconds', () => {
    setNetwork(false);
    dispatchEvent(new Event('focus'));
    expect([looks, offline]).toEqual([[], 2]);
    setNetwork(true);
    expect(looks).toEqual([]);
    jest.advanceTimersByTime(3_000);
    expect(looks).toEqual(['return']);
  });

  it('D21 looks once where the person returns as the network does', () => {
    setNetwork(true);
    dispatchEvent(new Event('focus'));
    jest.advanceTimersByTime(4_000);
    expect(looks).toEqual(['return']);
  });

  it('stops with the page', () => {
    stop();
    dispatchEvent(new Event('focus'));
    jest.advanceTimersByTime(10 * 60_000);
    expect(looks).toEqual([]);
  });
});
