/** What a booking's state is called: one headline a phase, and how it stands with time, people and the calendar. */
import type { BookingState, Receipt, Refusal } from '../../domain/booking/booking.ts';
import type { Words } from '../words/create-words.ts';
import type { MessageKey } from '../words/message-key.ts';

/** What the person asked for, as far as the sentences depend on it. */
export interface BookingManner {
  /** People to invite; without me and without rooms. */
  readonly peopleCount: number;
  /** Everybody is mailed at the same time as the room. */
  readonly inviteAtOnce: boolean;
  /** The meeting existed before: its people know of it. */
  readonly existing: boolean;
  /** It goes to another time. */
  readonly moves?: boolean;
}

export type ProgressTone = 'working' | 'asking' | 'good' | 'warning' | 'bad' | 'quiet';

const isClean = (receipt: Receipt): boolean =>
  receipt.ownEvent.outcome === 'gone' || receipt.ownEvent.outcome === 'asBefore';

export function progressTone(state: BookingState): ProgressTone {
  switch (state.phase) {
    case 'sending':
    case 'checking':
    case 'inviting':
    case 'releasing':
    case 'waiting':
      return 'working';
    case 'asking':
      return state.overdue ? 'warning' : 'asking';
    case 'awaitingApproval':
    case 'resolving':
    case 'invitedUnconfirmed':
      return 'warning';
    case 'booked':
      return 'good';
    case 'declined':
    case 'failed':
      return 'bad';
    case 'cancelled':
      return isClean(state.receipt) ? 'quiet' : 'warning';
  }
}

function sendingKey(manner: BookingManner): MessageKey {
  if (manner.moves === true) return 'booking.phase.sendingMove';
  if (manner.existing) return 'booking.phase.sendingExisting';
  return manner.inviteAtOnce ? 'booking.phase.sendingAtOnce' : 'booking.phase.sending';
}

/** The room, or both of a pair. */
export const listRoomNames = ({ room, twin }: Pick<BookingState, 'room' | 'twin'>): readonly string[] =>
  [room, ...(twin ? [twin.room] : [])].map(({ name }) => name);

/** What is said otherwise of a pair. */
function pairHeadline(state: BookingState, manner: BookingManner, { t }: Words): string | undefined {
  switch (state.phase) {
    case 'asking':
      return t(state.overdue ? 'twins.phase.overdue' : 'twins.phase.asking');
    case 'inviting':
      return t('twins.phase.inviting', { count: manner.inviteAtOnce || manner.existing ? 0 : manner.peopleCount });
    case 'booked':
    case 'declined':
    case 'invitedUnconfirmed':
      return t(`twins.phase.${state.phase}`);
    default:
      return undefined;
  }
}

/** The one sentence that says where the booking stands. Never "booked" unless the room accepted. */
export function progressHeadline(state: BookingState, manner: BookingManner, words: Words): string {
  const { t } = words;
  const ofPair = state.twin && pairHeadline(state, manner, words);
  if (ofPair !== undefined) return ofPair;
  switch (state.phase) {
    case 'sending':
      return t(sendingKey(manner));
    case 'asking':
      return t(state.overdue ? 'booking.phase.overdue' : 'booking.phase.asking');
    case 'waiting':
      return t('booking.phase.waiting', { time: words.time(state.until) });
    case 'inviting':
      return manner.existing || manner.inviteAtOnce
        ? t('booking.phase.invitingKnown')
        : t('booking.phase.inviting', { count: manner.peopleCount });
    case 'cancelled':
      return t(isClean(state.receipt) ? 'booking.phase.cancelled' : 'booking.phase.cancelledLeft');
    case 'awaitingApproval':
    case 'checking':
    case 'resolving':
    case 'booked':
    case 'invitedUnconfirmed':
    case 'releasing':
    case 'declined':
    case 'failed':
      return t(`booking.phase.${state.phase}`);
  }
}

/** How it stands with the people while the room is silent: the question everybody has. */
export function peopleLine(state: BookingState, manner: BookingManner, words: Words): string | undefined {
  switch (state.phase) {
    case 'sending':
    case 'asking':
    case 'awaitingApproval':
    case 'waiting':
    case 'checking':
    case 'resolving':
      if (manner.peopleCount === 0 || manner.inviteAtOnce) return undefined;
      return words.t(manner.existing ? 'booking.peopleKnow' : 'booking.peopleWait');
    case 'booked':
      return manner.existing ? undefined : words.t('booking.phase.bookedPeople', { count: manner.peopleCount });
    case 'invitedUnconfirmed':
      return words.t('booking.phase.invitedUnconfirmedHint');
    case 'inviting':
    case 'releasing':
    case 'declined':
    case 'cancelled':
    case 'failed':
      return undefined;
  }
}

/** A cause is said as known only where we compared it ourselves. */
export function refusalLine(refusal: Refusal, words: Words): string {
  if (refusal.kind === 'unknown') return words.t('booking.causeUnknown');
  const cause = words.t(`booking.refusal.${refusal.kind}`);
  return words.t(refusal.known ? 'booking.cause' : 'booking.causeLikely', { cause });
}

/** Something is, or may be, in the calendar that nobody has settled: leaving is asked about. */
export function isUnsettled(state: BookingState): boolean {
  switch (state.phase) {
    case 'sending':
    case 'asking':
    case 'awaitingApproval':
    case 'waiting':
    case 'checking':
    case 'inviting':
    case 'releasing':
      return true;
    case 'resolving':
      return state.eventId !== undefined;
    case 'failed':
      return state.left !== 'nothing';
    case 'booked':
    case 'invitedUnconfirmed':
    case 'declined':
    case 'cancelled':
      return false;
  }
}
