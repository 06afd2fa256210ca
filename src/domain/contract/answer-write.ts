/** What a person may say of their own: an answer to an invitation, and where they work today; the relay refuses anything else. */
import * as v from 'valibot';
import { dateTimeTimeZone } from './event-write.ts';

/** What our relay lets through; Graph names no limit. */
export const MAX_COMMENT = 1000;

/** The organizer hears every answer: nothing is accepted or declined behind their back. */
const answer = { comment: v.optional(v.pipe(v.string(), v.maxLength(MAX_COMMENT))), sendResponse: v.literal(true) };

/** `POST /me/events/{id}/accept`. */
export const acceptSchema = v.strictObject(answer);

/** `…/tentativelyAccept` and `…/decline`: another time may be proposed, for the same event alone. */
export const proposeSchema = v.strictObject({
  ...answer,
  proposedNewTime: v.optional(v.strictObject({ start: dateTimeTimeZone, end: dateTimeTimeZone })),
});
export type AnswerBody = v.InferOutput<typeof proposeSchema>;

/** `POST /me/settings/workHoursAndLocations/occurrences/setCurrentLocation`: today alone, never the plan itself. */
export const currentLocationSchema = v.strictObject({
  updateScope: v.literal('currentDay'),
  workLocationType: v.picklist(['office', 'remote']),
  placeId: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/))),
});
export type CurrentLocation = v.InferOutput<typeof currentLocationSchema>;
