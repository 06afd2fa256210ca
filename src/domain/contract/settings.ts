/** What an organisation decides about its calendar integration, as it is stored, and how an administrator changes it. */
import * as v from 'valibot';
import { AUDIENCES, featuresSchema, SHIFT_SOURCES, teamBuildingSchema, TRANSPORT_MODES } from './session.ts';

const DAYS = { auditDays: 365, logDays: 30 } as const;

/** Fields that came later have a value for rows that were written before them. */
export const settingsSchema = v.object({
  organisation: v.object({ name: v.string(), welcomeText: v.string(), helpContact: v.optional(v.string(), '') }),
  features: featuresSchema,
  devices: v.object({ web: v.boolean(), desktop: v.boolean(), mobile: v.boolean() }),
  /** Who is let in: everyone, or those with the app role `Integration.User`. */
  audience: v.optional(v.picklist(AUDIENCES), 'everyone'),
  /** Order in which sources of a user's own shifts are believed. */
  shiftSources: v.array(v.picklist(SHIFT_SOURCES)),
  teamBuildings: v.optional(v.array(teamBuildingSchema), []),
  /** Buildings in the room finder; empty: all. A filter: what may be booked is Exchange's to say. */
  buildings: v.array(v.string()),
  transport: v.picklist(TRANSPORT_MODES),
  /** Days for which the audit trail and the logs are kept. */
  retention: v.optional(v.object({ auditDays: v.number(), logDays: v.number() }), DAYS),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

/** Nothing beyond the user's own calendar until the organisation says so. */
export const DEFAULT_SETTINGS: Settings = {
  organisation: { name: '', welcomeText: '', helpContact: '' },
  features: { freeBusy: false, shifts: false, presence: false, people: false },
  devices: { web: true, desktop: true, mobile: false },
  audience: 'everyone',
  shiftSources: ['workPlan', 'teamsShifts', 'workingHours'],
  teamBuildings: [],
  buildings: [],
  transport: 'automatic',
  retention: DAYS,
};

const line = (max: number) => v.pipe(v.string(), v.maxLength(max));
const days = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(max));
const isEachOnce = <Item extends string>(list: Item[]): boolean => new Set(list).size === list.length;

/** A list would pass as an object whose fields are all optional. */
const part = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.optional(
    v.pipe(
      v.custom<v.InferInput<Schema>>((value) => !Array.isArray(value)),
      schema,
    ),
  );

/** `PUT /api/admin/integration`: what is left out stays as it is, also inside of `organisation`, `devices`, `features`, `retention`. */
export const settingsChangeSchema = v.strictObject({
  enabled: v.optional(v.boolean()),
  organisation: part(v.partial(v.strictObject({ name: line(100), welcomeText: line(1_000), helpContact: line(200) }))),
  features: part(v.partial(v.strictObject(featuresSchema.entries))),
  devices: part(v.partial(v.strictObject({ web: v.boolean(), desktop: v.boolean(), mobile: v.boolean() }))),
  audience: v.optional(v.picklist(AUDIENCES)),
  shiftSources: v.optional(v.pipe(v.array(v.picklist(SHIFT_SOURCES)), v.minLength(1), v.check(isEachOnce))),
  teamBuildings: v.optional(v.pipe(v.array(teamBuildingSchema), v.maxLength(500))),
  buildings: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(128))), v.maxLength(200), v.check(isEachOnce)),
  ),
  transport: v.optional(v.picklist(TRANSPORT_MODES)),
  retention: part(v.partial(v.strictObject({ auditDays: days(3_650), logDays: days(365) }))),
});
export type SettingsChange = v.InferOutput<typeof settingsChangeSchema>;
