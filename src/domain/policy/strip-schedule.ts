/** Keeps of others' free/busy the times and status alone; subject, place and privacy marks end here. */
import * as v from 'valibot';

const time = v.object({ dateTime: v.string(), timeZone: v.nullish(v.string()) });
const scheduleSchema = v.object({
  scheduleId: v.string(),
  availabilityView: v.nullish(v.string()),
  scheduleItems: v.nullish(v.array(v.object({ status: v.nullish(v.string()), start: time, end: time }))),
  workingHours: v.nullish(v.unknown()),
  error: v.nullish(v.object({ message: v.nullish(v.string()), responseCode: v.nullish(v.string()) })),
});
const answerSchema = v.object({ value: v.array(v.unknown()) });

/** What can't be read is left out, and whoever asked takes it as not known. */
export function stripSchedule(body: unknown): { readonly value: readonly unknown[] } {
  const answer = v.safeParse(answerSchema, body);
  const rows = answer.success ? answer.output.value : [];
  return {
    value: rows.flatMap((row) => {
      const parsed = v.safeParse(scheduleSchema, row);
      return parsed.success ? [parsed.output] : [];
    }),
  };
}
