/** Hears of every failure of a call behind the door, wherever on the page it was asked. */
import type { Booking } from '../../domain/booking/booking.ts';
import type { Failure, FailureCode } from '../../domain/failure.ts';
import type { Services } from '../services.ts';
import { toFailure } from '../to-failure.ts';

const SHUT: readonly FailureCode[] = [
  'invalid_token',
  'token_expired',
  'insufficient_scope',
  'tenant_not_allowed',
  'integration_not_enabled',
  'device_not_enabled',
  'not_connected',
  'sign_in_failed',
  'sign_in_misconfigured',
  'app_refused',
];

/** The whole door is shut, for every call alike; a missing consent shuts only what needs it. */
export const isShut = (code: FailureCode): boolean => SHUT.includes(code);

export function watchRefusals(services: Services, onFailure: (failure: Failure) => void): Services {
  const heard = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      onFailure(toFailure(error));
      throw error;
    }
  };
  const watched = new WeakSet<Booking>();
  const watch = (booking: Booking): Booking => {
    if (watched.has(booking)) return booking;
    watched.add(booking);
    booking.subscribe((state) => {
      if (state.phase === 'failed') onFailure(state.failure);
    });
    return booking;
  };
  return {
    ...services,
    readAgenda: (window) => heard(services.readAgenda(window)),
    readAgendaRest: (request) => heard(services.readAgendaRest(request)),
    listRooms: (how) => heard(services.listRooms(how)),
    readFreeBusy: (addresses, window, onAnswer) => heard(services.readFreeBusy(addresses, window, onAnswer)),
    readLongFreeBusy: (addresses, window, onAnswer) => heard(services.readLongFreeBusy(addresses, window, onAnswer)),
    bookRoom: (request, room, alternatives) => watch(services.bookRoom(request, room, alternatives)),
    resumeHold: (event) => {
      const booking = services.resumeHold(event);
      return booking && watch(booking);
    },
  };
}
