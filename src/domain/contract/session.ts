/** Shapes of `POST /api/session` and `/api/connection`, held by the server and the page alike. */
import * as v from 'valibot';

export const HOSTS = ['teams', 'outlook', 'browser'] as const;
export const DEVICES = ['web', 'desktop', 'mobile'] as const;
export const INTEGRATION_STATES = ['untested', 'failed', 'passed', 'enabled', 'suspended'] as const;
export const SHIFT_SOURCES = ['workPlan', 'teamsShifts', 'workingHours'] as const;
/** Everyone in the organisation, or those with the app role `Integration.User`. */
export const AUDIENCES = ['everyone', 'assigned'] as const;
export const TRANSPORT_MODES = ['automatic', 'relayOnly', 'directOnly'] as const;

export const sessionRequestSchema = v.strictObject({
  host: v.picklist(HOSTS),
  device: v.picklist(DEVICES),
});
export type SessionRequest = v.InferOutput<typeof sessionRequestSchema>;

/** What the organisation switched on beyond the user's own calendar. */
export const featuresSchema = v.object({
  /** Free/busy of colleagues (rooms are always asked). */
  freeBusy: v.boolean(),
  /** Teams Shifts: the user's own and, in shared teams, the colleagues'. */
  shifts: v.boolean(),
  /** Where colleagues are now. */
  presence: v.boolean(),
  /** The people picker and photos. */
  people: v.boolean(),
});

/** The building in which the people of a team, or of one scheduling group of it, work. */
export const teamBuildingSchema = v.strictObject({
  teamId: v.pipe(v.string(), v.uuid()),
  /** A scheduling group (`TAG_…`); absent: the whole team. */
  groupId: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
  building: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
});

export const sessionSchema = v.object({
  user: v.object({ tenantId: v.string(), objectId: v.string(), isAdmin: v.boolean(), isTester: v.boolean() }),
  integration: v.object({
    state: v.picklist(INTEGRATION_STATES),
    /** Why the door is closed to this caller: a problem code. Absent where it is open, and for administrators and testers before it is. */
    reason: v.optional(v.picklist(['integration_not_enabled', 'device_not_enabled'])),
  }),
  connection: v.object({ connected: v.boolean(), welcomeDue: v.boolean() }),
  features: featuresSchema,
  organisation: v.object({
    name: v.string(),
    welcomeText: v.string(),
    /** Whom people may ask, in the organisation's own words; empty: not said. */
    helpContact: v.string(),
    /** The order in which sources of the user's own shifts are believed. */
    shiftSources: v.array(v.picklist(SHIFT_SOURCES)),
    /** Buildings offered in the room finder; empty: all. */
    buildings: v.array(v.string()),
    /** Which building a shift of a team or scheduling group means; Shifts names none. */
    teamBuildings: v.optional(v.array(teamBuildingSchema), []),
    /** Whether the room finder may know each room's own rules (`GET /api/room-rules`). */
    hasRoomRules: v.boolean(),
  }),
  /** Only where the door is open and the user connected. */
  transport: v.optional(v.object({ mode: v.picklist(TRANSPORT_MODES) })),
});
export type Session = v.InferOutput<typeof sessionSchema>;

export const connectionChangeSchema = v.strictObject({
  connected: v.optional(v.boolean()),
  /** The feature release whose welcome was seen, such as `1.0`. */
  welcomeSeen: v.optional(v.pipe(v.string(), v.regex(/^\d{1,4}\.\d{1,4}$/))),
});
export type ConnectionChange = v.InferOutput<typeof connectionChangeSchema>;

/** All that is stored about the caller (`GET /api/connection`; also what `PUT` answers). Times are ISO 8601 in UTC. */
export const connectionSchema = v.object({
  connected: v.boolean(),
  connectedSince: v.nullable(v.string()),
  welcomeSeen: v.nullable(v.string()),
});
export type Connection = v.InferOutput<typeof connectionSchema>;
