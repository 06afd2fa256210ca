/** Why a room stands where it does, in words. */
import type { RoomOffer, RoomReason } from '../../domain/rooms/room-request.ts';
import type { Words } from '../words/create-words.ts';

interface Offered {
  readonly offer: RoomOffer;
  readonly heads: number;
  /** When my meeting beside this one starts, for rooms near it. */
  readonly neighbourStart?: Temporal.Instant | undefined;
}

export function reasonText(reason: RoomReason, { offer, heads, neighbourStart }: Offered, words: Words): string {
  if (reason === 'nearMeeting') {
    return words.t('rooms.reason.nearMeeting', {
      time: neighbourStart === undefined ? '' : words.time(neighbourStart),
    });
  }
  if (reason === 'fits') return words.t('rooms.reason.fits', { count: words.number(heads) });
  if (reason === 'free' && offer.freeUntil !== undefined) {
    return words.t('rooms.reason.freeUntil', { time: words.time(offer.freeUntil) });
  }
  return words.t(`rooms.reason.${reason}`);
}
