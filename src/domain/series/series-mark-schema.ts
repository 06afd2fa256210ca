/** The shape of what the hold's mark keeps of a series. */
import * as v from 'valibot';

export const seriesMarkSchema = v.object({
  /** As Graph names it: the clock on which the series repeats. */
  zone: v.string(),
  rooms: v.array(v.object({ address: v.string(), name: v.string() })),
  /** `2026-12-08` is left out; `2026-12-08/0` is in the first of the rooms; `2026-12-08//2026-12-08T09:00Z/30` takes place then. */
  changes: v.array(v.string()),
});
export type SeriesMark = v.InferOutput<typeof seriesMarkSchema>;
