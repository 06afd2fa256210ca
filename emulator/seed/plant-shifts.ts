/** Plants teams with their Shifts schedules, and people's work plans, the same in each week that the seed covers. */
import type { IdSource } from '../mailbox/ids.ts';
import { addDays } from '../mailbox/zones.ts';
import type { Tenant } from '../world.ts';
import type { Scenario } from './scenario.ts';
import { parseKeys } from './scenario.ts';
import type { ShiftItem, Team, TeamShift, WorkOccurrence, WorkPlan, WorkRecurrence } from './seeded-world.ts';
import type { StoryDays } from './story-days.ts';
import { everyWeek, toSpan } from './story-days.ts';

type ScenarioTeam = Scenario['teams'][number];
type ScenarioSchedule = NonNullable<ScenarioTeam['schedule']>;
type ScenarioShift = ScenarioSchedule['shifts'][number];

interface Ground {
  readonly ids: IdSource;
  readonly days: StoryDays;
  readonly tenant: Tenant;
  /** Object id of a person of the scenario; undefined where it was left out. */
  readonly objectIdOf: (key: string) => string | undefined;
}

function listPeople({ objectIdOf }: Ground, keys: string): string[] {
  return parseKeys(keys).flatMap(({ key }) => objectIdOf(key) ?? []);
}

function toItem({ days }: Ground, shift: ScenarioShift, day: number): ShiftItem {
  const span = toSpan(days, { day, from: shift.from, to: shift.to });
  return {
    ...span,
    ...{ displayName: shift.label ?? null, notes: shift.notes ?? null, theme: shift.theme },
    activities: shift.breaks.map(({ from, to, label }) => {
      // after midnight for a night shift
      const at = from < shift.from ? day + 1 : day;
      return { ...toSpan(days, { day: at, from, to }), displayName: label, isPaid: false };
    }),
  };
}

function toShifts(ground: Ground, team: ScenarioTeam, shift: ScenarioShift, index: number): TeamShift[] {
  const { ids } = ground;
  return everyWeek(shift.day).flatMap((day) =>
    listPeople(ground, shift.people).map((userId): TeamShift => {
      const item = toItem(ground, shift, day);
      return {
        id: `SHFT_${ids.guid('shift', `${team.key}:${index}:${day}:${userId}`)}`,
        ...{ userId, groupId: groupId(ground, team, shift.group), isStagedForDeletion: false },
        ...(shift.isDraft ? { shared: null, draft: item } : { shared: item, draft: null }),
      };
    }),
  );
}

const groupId = ({ ids }: Ground, team: ScenarioTeam, key: string): string =>
  `TAG_${ids.guid('group', `${team.key}:${key}`)}`;
const reasonId = ({ ids }: Ground, team: ScenarioTeam, key: string): string =>
  `TOR_${ids.guid('reason', `${team.key}:${key}`)}`;

function toTimesOff(
  ground: Ground,
  team: ScenarioTeam,
  schedule: ScenarioSchedule,
): NonNullable<Team['schedule']>['timesOff'] {
  return schedule.timesOff.flatMap(({ people, day: first, reason }) =>
    everyWeek(first).flatMap((day) =>
      listPeople(ground, people).map((userId) => ({
        id: `TOFF_${ground.ids.guid('time-off', `${team.key}:${day}:${userId}`)}`,
        ...{ userId, reasonId: reasonId(ground, team, reason) },
        ...toSpan(ground.days, { day, from: '00:00', to: '00:00' }),
      })),
    ),
  );
}

function toSchedule(ground: Ground, team: ScenarioTeam, schedule: ScenarioSchedule): NonNullable<Team['schedule']> {
  const { ids, days } = ground;
  return {
    timeZone: schedule.timeZone,
    shifts: schedule.shifts.flatMap((shift, index) => toShifts(ground, team, shift, index)),
    openShifts: schedule.openShifts.flatMap(({ day: first, from, to, label, theme, group, slots }) =>
      everyWeek(first).map((day) => ({
        id: `OPNSHFT_${ids.guid('open-shift', `${team.key}:${day}:${from}`)}`,
        ...{ groupId: groupId(ground, team, group), openSlotCount: slots },
        shared: { ...toSpan(days, { day, from, to }), displayName: label, notes: null, theme, activities: [] },
      })),
    ),
    timesOff: toTimesOff(ground, team, schedule),
    reasons: schedule.reasons.map(({ key, name, icon }) => ({
      ...{ id: reasonId(ground, team, key), displayName: name, iconType: icon },
    })),
    groups: schedule.groups.map(({ key, name, members }) => ({
      ...{ id: groupId(ground, team, key), displayName: name, userIds: listPeople(ground, members) },
    })),
    dayNotes: schedule.dayNotes.map(({ day, text }) => ({
      ...{ id: `NOTE_${ids.guid('note', `${team.key}:${day}`)}`, date: days.dateOf(day), text },
    })),
  };
}

export function toTeam(ground: Ground, team: ScenarioTeam): Team {
  return {
    ...{ id: ground.ids.guid('team', team.key), tenantId: ground.tenant.id, displayName: team.name },
    ...{ description: team.description, memberIds: listPeople(ground, team.members) },
    ...(team.schedule === undefined ? undefined : { schedule: toSchedule(ground, team, team.schedule) }),
  };
}

function toWorkRecurrence(ground: Ground, day: Scenario['workPlan'][number], id: string): WorkRecurrence {
  const { days } = ground;
  const first = everyWeek(day.day)[0] ?? 0;
  const date = days.dateOf(first);
  const endDate = day.to <= day.from ? addDays(date, 1) : date;
  const weekday = new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' });
  return {
    id,
    start: { dateTime: `${date}T${day.from}:00.0000000`, timeZone: days.timeZone },
    end: { dateTime: `${endDate}T${day.to}:00.0000000`, timeZone: days.timeZone },
    workLocationType: day.place,
    placeId: day.building === undefined ? null : ground.ids.guid('place-building', day.building),
    recurrence: {
      pattern: {
        ...{ type: 'weekly', interval: 1, month: 0, dayOfMonth: 0, index: 'first', firstDayOfWeek: 'monday' },
        daysOfWeek: [weekday.toLowerCase()],
      },
      range: {
        ...{ type: 'noEnd', startDate: date, endDate: '0001-01-01', numberOfOccurrences: 0 },
        recurrenceTimeZone: days.timeZone,
      },
    },
  };
}

/** Every work day is a recurrence with its occurrences; time off stands alone, as in the service. */
export function plantWorkDay(
  ground: Ground,
  plans: Map<string, WorkPlan>,
  day: Scenario['workPlan'][number],
  index: number,
): void {
  for (const objectId of listPeople(ground, day.people)) {
    const plan = plans.get(objectId) ?? { occurrences: new Map(), recurrences: new Map() };
    plans.set(objectId, plan);
    const isOff = day.place === 'timeOff';
    const recurrenceId = isOff ? null : ground.ids.guid('work-recurrence', `${index}:${objectId}`);
    if (recurrenceId !== null) plan.recurrences.set(recurrenceId, toWorkRecurrence(ground, day, recurrenceId));
    for (const at of everyWeek(day.day)) {
      const occurrence: WorkOccurrence = {
        ...{ id: ground.ids.guid('work-occurrence', `${index}:${at}:${objectId}`), recurrenceId },
        ...toSpan(ground.days, { day: at, from: day.from, to: day.to }),
        workLocationType: day.place,
        placeId: day.building === undefined ? null : ground.ids.guid('place-building', day.building),
        timeOff: isOff ? { isAllDay: true, subject: day.label ?? '' } : null,
      };
      plan.occurrences.set(occurrence.id, occurrence);
    }
  }
}
