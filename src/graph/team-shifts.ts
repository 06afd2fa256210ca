/** The user's own shared shifts in the schedule of one team. */
import * as v from 'valibot';
import type { JoinedTeam, Window } from '../domain/agenda/agenda-sources.ts';
import type { Shift } from '../domain/shifts/shift.ts';
import type { CallOptions, Graph, GraphCall } from './graph.ts';
import { type Rows, parseRows } from './parse-answer.ts';

const activity = v.object({
  displayName: v.nullish(v.string(), ''),
  startDateTime: v.string(),
  endDateTime: v.string(),
});
const shift = v.object({
  id: v.string(),
  userId: v.nullish(v.string(), ''),
  isStagedForDeletion: v.nullish(v.boolean(), false),
  // null is a draft, which only managers may see
  sharedShift: v.nullish(
    v.object({
      displayName: v.nullish(v.string(), ''),
      startDateTime: v.string(),
      endDateTime: v.string(),
      activities: v.nullish(v.array(activity), []),
    }),
  ),
});
type RawShift = NonNullable<v.InferOutput<typeof shift>['sharedShift']>;

/**
 * The filter takes each property once only, so that a shift begun before the window or ended after it would be left
 * out (Graph docs: list shifts): it is asked a day wider on both sides and cut here.
 */
export function teamShiftsCall(teamId: string, { start, end }: Window): GraphCall {
  const from = start.subtract({ hours: 24 }).round('second').toString();
  const to = end.add({ hours: 24 }).round('second').toString();
  const filter = `sharedShift/startDateTime ge ${from} and sharedShift/endDateTime le ${to}`;
  return {
    method: 'GET',
    path: `/teams/${encodeURIComponent(teamId)}/schedule/shifts?$filter=${encodeURIComponent(filter)}`,
  };
}

function toShift(id: string, raw: RawShift, team: string): Shift {
  const start = Temporal.Instant.from(raw.startDateTime);
  const end = Temporal.Instant.from(raw.endDateTime);
  if (Temporal.Instant.compare(start, end) >= 0) throw new RangeError('a shift without length');
  const activities = raw.activities.map(({ displayName, startDateTime, endDateTime }) => ({
    start: Temporal.Instant.from(startDateTime),
    end: Temporal.Instant.from(endDateTime),
    label: displayName,
  }));
  const label = raw.displayName ? { label: raw.displayName } : {};
  return { id, start, end, place: { kind: 'unknown' }, source: 'teamsShifts', team, activities, ...label };
}

interface TeamShifts {
  /** The answer of a `teamShiftsCall`. */
  readonly body: unknown;
  readonly team: JoinedTeam;
  readonly window: Window;
  readonly userObjectId: string;
}

/** Colleagues' shifts are in the answer too; they are dropped here. */
export async function readTeamShifts(graph: Graph, asked: TeamShifts, options?: CallOptions): Promise<Rows<Shift>> {
  const { team, window, userObjectId } = asked;
  const rows: Shift[] = [];
  let skipped = 0;
  let body = asked.body;
  for (let pages = 0; pages < 20; pages += 1) {
    const page = parseRows(shift, body, ({ id, userId, isStagedForDeletion, sharedShift }) => {
      if (userId.toLowerCase() !== userObjectId.toLowerCase() || isStagedForDeletion || !sharedShift) return undefined;
      const read = toShift(id, sharedShift, team.name);
      const inside =
        Temporal.Instant.compare(read.end, window.start) > 0 && Temporal.Instant.compare(read.start, window.end) < 0;
      return inside ? read : undefined;
    });
    rows.push(...page.rows);
    skipped += page.skipped;
    if (page.nextLink === undefined) break;
    ({ body } = await graph.send({ method: 'GET', path: page.nextLink }, options));
  }
  return { rows, skipped };
}
