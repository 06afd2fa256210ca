import type { Booking } from '../../../src/domain/booking/booking.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { isShut, watchRefusals } from '../../../src/app/session/watch-refusals.ts';
import type { Services } from '../../../src/app/services.ts';
import { fakeBooking } from '../../support/fake-booking.ts';
import { makeRoom } from '../../support/make-room.ts';
import { instant, makeEvent, timed } from '../../support/screen-events.ts';
import { fakeFirst, fakeServices } from '../../support/screen-services.ts';

const room = makeRoom('Linden');
const window = { start: instant('2026-11-23T00:00:00Z'), end: instant('2026-11-24T00:00:00Z') };
const refusal = new Failure('not_connected', { requestId: 'r' });
const refuse = (): Promise<never> => Promise.reject(refusal);

function watch(about: Partial<Services>) {
  const heard: Failure[] = [];
  return { heard, watched: watchRefusals(fakeServices(about), (failure) => void heard.push(failure)) };
}

describe('watchRefusals', () => {
  it.each<[string, Partial<Services>, (services: Services) => Promise<unknown>]>([
    ['the agenda', { readAgenda: refuse }, (services) => services.readAgenda(window)],
    [
      'the rest of the agenda',
      { readAgendaRest: refuse },
      (services) => services.readAgendaRest({ window, calendars: [], teams: [], userObjectId: 'u' }),
    ],
    ['the rooms', { listRooms: refuse }, (services) => services.listRooms()],
    ['free/busy', { readFreeBusy: refuse }, (services) => services.readFreeBusy([], window)],
  ])('hears that %s was refused, and lets the asker hear it too', async (_name, about, ask) => {
    const { heard, watched } = watch(about);
    await expect(ask(watched)).rejects.toBe(refusal);
    expect(heard).toEqual([refusal]);
  });

  it('says nothing of what was answered', async () => {
    const { heard, watched } = watch({ readAgenda: () => Promise.resolve(fakeFirst()) });
    await watched.readAgenda(window);
    expect(heard).toEqual([]);
  });

  it('hears that a booking failed, once, however often it is looked at', () => {
    const booking = fakeBooking({ phase: 'sending', room });
    const event = makeEvent({ time: timed('2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z') });
    const { heard, watched } = watch({ bookRoom: () => booking, resumeHold: () => booking });
    const shown: readonly (Booking | undefined)[] = [
      watched.bookRoom({} as never, room, []),
      watched.resumeHold(event),
      watched.resumeHold(event),
    ];
    booking.go({ phase: 'asking', room, eventId: 'e', since: window.start, overdue: false });
    expect(heard).toEqual([]);
    booking.go({ phase: 'failed', room, failure: refusal, left: 'nothing' });
    expect(heard).toEqual([refusal]);
    expect(shown).toEqual([booking, booking, booking]);
  });

  it('finds no hold where there is none', () => {
    const { watched } = watch({ resumeHold: () => undefined });
    const event = makeEvent({ time: timed('2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z') });
    expect(watched.resumeHold(event)).toBeUndefined();
  });
});

describe('isShut', () => {
  it.each([
    ['integration_not_enabled', true],
    ['device_not_enabled', true],
    ['not_connected', true],
    ['sign_in_failed', true],
    ['sign_in_misconfigured', true],
    ['token_expired', true],
    // asked for at a click, in its own place
    ['consent_required', false],
    ['interaction_required', false],
    // the network's weather
    ['upstream_unavailable', false],
    ['throttled', false],
    ['offline', false],
  ] as const)('%s: %s', (code, expected) => {
    expect(isShut(code)).toBe(expected);
  });
});
