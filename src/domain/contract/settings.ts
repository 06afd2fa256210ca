/** What an organisation decides about its calendar integration, as it is stored. */
import * as v from 'valibot';
import { featuresSchema, SHIFT_SOURCES, TRANSPORT_MODES } from './session.ts';

export const settingsSchema = v.object({
  organisation: v.object({ name: v.string(), welcomeText: v.string() }),
  features: featuresSchema,
  devices: v.object({ web: v.boolean(), desktop: v.boolean(), mobile: v.boolean() }),
  /** Order in which sources of a user's own shifts are believed. */
  shiftSources: v.array(v.picklist(SHIFT_SOURCES)),
  /** Buildings in the room finder; empty: all. */
  buildings: v.array(v.string()),
  transport: v.picklist(TRANSPORT_MODES),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

/** Nothing beyond the user's own calendar until the organisation says so. */
export const DEFAULT_SETTINGS: Settings = {
  organisation: { name: '', welcomeText: '' },
  features: { freeBusy: false, shifts: false, presence: false, people: false },
  devices: { web: true, desktop: true, mobile: false },
  shiftSources: ['workPlan', 'teamsShifts', 'workingHours'],
  buildings: [],
  transport: 'automatic',
};
