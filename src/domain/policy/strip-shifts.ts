/** Keeps of colleagues' shifts and times off who and when alone; names, notes, breaks and reasons end here. */
import * as v from 'valibot';

const times = v.object({ startDateTime: v.string(), endDateTime: v.string() });
/** What of somebody else's entry passes. */
const othersSchema = v.object({
  id: v.string(),
  userId: v.nullish(v.string()),
  schedulingGroupId: v.nullish(v.string()),
  isStagedForDeletion: v.nullish(v.boolean()),
  sharedShift: v.nullish(times),
  sharedTimeOff: v.nullish(times),
});
const ownSchema = v.looseObject({ userId: v.string() });
const answerSchema = v.looseObject({ value: v.array(v.unknown()) });

/** Managers' drafts are for nobody here, not even for the person they are about. */
function toOwn(row: unknown, ownId: string): Readonly<Record<string, unknown>> | undefined {
  const parsed = v.safeParse(ownSchema, row);
  if (!parsed.success || parsed.output.userId.toLowerCase() !== ownId.toLowerCase()) return undefined;
  return { ...parsed.output, draftShift: null, draftTimeOff: null };
}

/** The caller's own entries pass whole; what can't be read is left out. */
export function stripShifts(body: unknown, ownId: string): unknown {
  const answer = v.safeParse(answerSchema, body);
  if (!answer.success) return { value: [] };
  const value = answer.output.value.flatMap((row) => {
    const own = toOwn(row, ownId);
    if (own !== undefined) return [own];
    const others = v.safeParse(othersSchema, row);
    return others.success ? [others.output] : [];
  });
  return { ...answer.output, value };
}
