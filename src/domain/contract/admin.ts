/** What administrators read: the integration as it stands, the trail of changes, choices for the forms, and rooms' own rules. */
import * as v from 'valibot';
import { proofStandingSchema, stateSchema } from './proof.ts';
import { settingsSchema } from './settings.ts';

/** `GET` and `PUT /api/admin/integration`; the ETag stands in the header. */
export const adminIntegrationSchema = v.object({
  ...settingsSchema.entries,
  state: stateSchema,
  /** Steps that suspended it; absent where it was switched off by hand. */
  suspendedBy: v.optional(v.array(v.string())),
  proof: proofStandingSchema,
  /** How many, never who. */
  counts: v.object({ connected: v.number() }),
  /** Days until the app's own credential ends; absent: not known. */
  credentialDays: v.optional(v.number()),
  roomRules: v.object({ rooms: v.number(), importedAt: v.optional(v.string()) }),
  /** For a tester with a mailbox: opens the proof page. */
  testerUrl: v.string(),
  /** Where a directory administrator consents for everyone to all that the switched-on features need. */
  consentUrl: v.string(),
});
export type AdminIntegration = v.InferOutput<typeof adminIntegrationSchema>;

export const auditRecordSchema = v.object({
  /** ISO 8601 in UTC. */
  at: v.string(),
  /** Object id of the administrator, `program`, or a pseudonym after deletion. */
  actor: v.string(),
  action: v.string(),
  /** Only the fields that changed. */
  from: v.optional(v.record(v.string(), v.unknown())),
  to: v.optional(v.record(v.string(), v.unknown())),
});
export type AuditRecord = v.InferOutput<typeof auditRecordSchema>;
/** `GET /api/admin/audit`, newest first; with `Accept: application/x-ndjson` one record a line. */
export const auditSchema = v.object({ value: v.array(auditRecordSchema) });

/** `GET /api/admin/choices`: what the forms offer, read with the administrator's own token; nothing of it is stored. */
export const choicesSchema = v.object({
  rooms: v.array(v.object({ address: v.string(), name: v.string(), building: v.nullable(v.string()) })),
  buildings: v.array(v.string()),
  teams: v.array(v.object({ id: v.string(), name: v.string() })),
  /** Which of the lists could not be read. */
  missing: v.array(v.picklist(['rooms', 'teams'])),
});
export type Choices = v.InferOutput<typeof choicesSchema>;

/**
 * What a room's own processing allows, from `Get-CalendarProcessing`. The room is named by the first 22 characters of
 * the base64url SHA-256 of `<tenant id>:<address in lower case>`: no address lies in the database.
 */
export const roomRuleSchema = v.strictObject({
  room: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
  processing: v.optional(v.picklist(['AutoAccept', 'AutoUpdate', 'None'])),
  bookingWindowDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_080))),
  maxMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2_147_483_647))),
  allowConflicts: v.optional(v.boolean()),
  allowRecurring: v.optional(v.boolean()),
  conflictPercent: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
  maxConflicts: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2_147_483_647))),
  workingHoursOnly: v.optional(v.boolean()),
  enforceCapacity: v.optional(v.boolean()),
  enforceHorizon: v.optional(v.boolean()),
  /** Everyone may book; where not, only those whom Exchange lists. */
  openToAll: v.optional(v.boolean()),
  /** A request goes to somebody who decides. */
  needsApproval: v.optional(v.boolean()),
  /** Minutes after which an unclaimed booking is given back (entered by the administrator). */
  releaseMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(240))),
});
export type RoomRule = v.InferOutput<typeof roomRuleSchema>;
/** `PUT /api/admin/room-rules` (4 MB at most; replaces what was there) and `GET /api/room-rules` (connected users). */
export const roomRulesSchema = v.strictObject({
  rules: v.pipe(
    v.array(roomRuleSchema),
    v.maxLength(10_000),
    // of a room named twice nobody could say which of the two holds
    v.check((rules) => new Set(rules.map(({ room }) => room)).size === rules.length),
  ),
});
export type RoomRules = v.InferOutput<typeof roomRulesSchema>;
