import type { Session } from '../../../src/domain/contract/session.ts';
import { Failure, type FailureCode } from '../../../src/domain/failure.ts';
import { createSessionStore, type SessionStore } from '../../../src/app/session/session-store.ts';
import { instant } from '../../support/screen-events.ts';
import { fakeSession, NOW } from '../../support/screen-services.ts';

type Answer = Session | Failure;

interface Opened {
  readonly store: SessionStore;
  readonly forgotten: () => number;
  /** The host has another account from now on. */
  readonly changeAccount: () => void;
  /** Some call of the page was refused. */
  readonly refuse: (code: FailureCode) => void;
}

function openStore(...answers: readonly Answer[]): Opened {
  const left = [...answers];
  let forgotten = 0;
  let otherAccount = (): void => undefined;
  let refuse: (failure: Failure) => void = () => undefined;
  const store = createSessionStore({
    openSession: () => {
      const answer = left.shift();
      if (answer === undefined) throw new Error('asked too often');
      return answer instanceof Failure ? Promise.reject(answer) : Promise.resolve(answer);
    },
    forget: () => {
      forgotten += 1;
    },
    now: () => instant(NOW),
    onOtherAccount: (listener) => {
      otherAccount = listener;
    },
    onRefused: (listener) => {
      refuse = listener;
    },
  });
  return {
    store,
    forgotten: () => forgotten,
    changeAccount: () => otherAccount(),
    refuse: (code) => refuse(new Failure(code)),
  };
}

const closedSession = fakeSession({ integration: { state: 'suspended', reason: 'integration_not_enabled' } });

describe('createSessionStore', () => {
  it('B10 is shut by the first call of any part of the page that the relay refuses, and drops what was read', async () => {
    const { store, forgotten, refuse } = openStore(fakeSession());
    refuse('sign_in_failed');
    expect(store.get().phase).toBe('opening');
    await store.open();
    refuse('consent_required');
    refuse('throttled');
    expect(store.get().phase).toBe('open');
    refuse('sign_in_failed');
    expect(store.get()).toMatchObject({ phase: 'closed', failure: { code: 'sign_in_failed' } });
    expect(forgotten()).toBe(1);
  });

  it('opens to whom the server knows', async () => {
    const { store } = openStore(fakeSession());
    await store.open();
    expect(store.get()).toEqual({ phase: 'open', session: fakeSession() });
  });

  it('tells until when to wait where the server said so', async () => {
    const { store } = openStore(new Failure('throttled', { retryAfterMs: 60_000 }));
    await store.open();
    expect(store.get()).toMatchObject({ phase: 'closed', waitUntil: instant('2026-11-23T08:49:00Z') });
  });

  it.each(['offline', 'timeout', 'upstream_unavailable', 'throttled', 'internal'] as const)(
    'keeps what is on screen when asked again in the weather of %s',
    async (code) => {
      const { store, forgotten } = openStore(fakeSession(), new Failure(code));
      await store.open();
      await store.recheck();
      expect(store.get().phase).toBe('open');
      expect(forgotten()).toBe(0);
    },
  );

  it.each(['integration_not_enabled', 'tenant_not_allowed', 'invalid_token', 'consent_required'] as const)(
    'shuts and forgets when asked again and refused with %s',
    async (code) => {
      const { store, forgotten } = openStore(fakeSession(), new Failure(code));
      await store.open();
      await store.recheck();
      expect(store.get()).toMatchObject({ phase: 'closed', failure: { code } });
      expect(forgotten()).toBe(1);
    },
  );

  it.each([
    ['the integration was suspended', closedSession],
    ['somebody disconnected elsewhere', fakeSession({ connection: { connected: false, welcomeDue: false } })],
  ])('forgets what was read when %s', async (_name, session) => {
    const { store, forgotten } = openStore(fakeSession(), session);
    await store.open();
    await store.recheck();
    expect(forgotten()).toBe(1);
    expect(store.get()).toEqual({ phase: 'open', session });
  });

  it('D25 begins from nothing when another account has taken over', async () => {
    const other = fakeSession({ user: { tenantId: 'tenant-1', objectId: 'user-2', isAdmin: false, isTester: false } });
    const { store, forgotten } = openStore(fakeSession(), other, other);
    await store.open();
    const seen: string[] = [];
    store.subscribe(() => seen.push(store.get().phase));
    await store.recheck();
    expect(forgotten()).toBe(1);
    expect(seen).toEqual(['opening', 'open']);
  });

  it('forgets at once on disconnect, before the server is asked again', async () => {
    const { store, forgotten } = openStore(fakeSession());
    await store.open();
    store.disconnect('disconnected');
    expect(forgotten()).toBe(1);
    expect(store.get()).toMatchObject({ phase: 'open', session: { connection: { connected: false } } });
  });

  it('drops an answer that was asked before a disconnect', async () => {
    const { store } = openStore(fakeSession(), fakeSession());
    await store.open();
    const asking = store.recheck();
    store.disconnect('disconnected');
    await asking;
    expect(store.get()).toMatchObject({ session: { connection: { connected: false } } });
  });
});
