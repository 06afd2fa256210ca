/** The shape of a scenario file: who works where, which rooms there are, and what stands in the calendars, laid around today (day 0). */
import * as v from 'valibot';

const time = v.pipe(v.string(), v.regex(/^\d\d:\d\d$/));
const names = v.optional(v.array(v.string()), []);

const person = v.object({
  key: v.string(),
  tenant: v.optional(v.string(), 'contoso'),
  givenName: v.string(),
  surname: v.string(),
  jobTitle: v.nullable(v.string()),
  officeLocation: v.nullable(v.string()),
  isGuest: v.optional(v.boolean(), false),
  appRoles: names,
  directoryRoles: names,
  aliases: names,
  story: v.string(),
  timeZone: v.optional(v.string(), 'W. Europe Standard Time'),
  workingStart: v.optional(time, '08:00'),
  workingEnd: v.optional(time, '17:00'),
  /** Minutes west of UTC of a zone of the person's own making, in which the working hours stand. */
  customBias: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-840), v.maxValue(840))),
  /** Colleagues see subjects in free/busy. */
  sharesDetails: v.optional(v.boolean(), false),
  /** Keys of people in whose list this person's calendar stands. */
  sharesWith: names,
  calendars: v.optional(
    v.array(v.object({ key: v.string(), name: v.string(), color: v.string(), canEdit: v.optional(v.boolean(), true) })),
    [],
  ),
});

const building = v.object({
  key: v.string(),
  name: v.string(),
  street: v.string(),
  city: v.string(),
  latitude: v.number(),
  longitude: v.number(),
  floors: v.array(v.object({ number: v.number(), label: v.string() })),
});

const roomPolicy = v.partial(
  v.object({
    answers: v.boolean(),
    reserved: v.boolean(),
    bookingWindowInDays: v.number(),
    maximumDurationInMinutes: v.number(),
    allowConflicts: v.boolean(),
    allowRecurringMeetings: v.boolean(),
    enforceSchedulingHorizon: v.boolean(),
    conflictPercentageAllowed: v.number(),
    maximumConflictInstances: v.number(),
    enforceCapacity: v.boolean(),
    scheduleOnlyDuringWorkHours: v.boolean(),
    releaseAfterMinutes: v.number(),
    bookInPolicy: v.array(v.string()),
    requestInPolicy: v.array(v.string()),
    allBookInPolicy: v.boolean(),
    allRequestInPolicy: v.boolean(),
  }),
);

const room = v.object({
  key: v.string(),
  name: v.string(),
  /** Absent where the directory says nothing. */
  building: v.optional(v.string()),
  floor: v.optional(v.number()),
  capacity: v.optional(v.number()),
  audio: v.optional(v.string()),
  video: v.optional(v.string()),
  display: v.optional(v.string()),
  teams: v.optional(v.boolean()),
  wheelChair: v.optional(v.boolean()),
  tags: names,
  list: v.optional(v.string()),
  policy: v.optional(roomPolicy, {}),
  /** Booked through working hours from this day to that one. */
  busy: v.optional(v.tuple([v.number(), v.number()])),
  /** Left alone by generated bookings. */
  quiet: v.optional(v.boolean(), false),
  /** Keys of people who approve. */
  delegates: names,
});

/** Part of a floor. */
const section = v.object({ key: v.string(), name: v.string(), building: v.string(), floor: v.number() });

const mode = v.optional(v.picklist(['reservable', 'dropIn', 'assigned', 'unavailable']), 'reservable');

/** Seats for many under one address. */
const workspace = v.object({
  key: v.string(),
  name: v.string(),
  section: v.string(),
  capacity: v.number(),
  display: v.optional(v.string()),
  mode,
  assignedTo: v.optional(v.string()),
  tags: names,
  list: v.optional(v.string()),
});

const desk = v.object({
  key: v.string(),
  name: v.string(),
  section: v.string(),
  mode,
  /** Key of the person whose desk it is, where it is assigned. */
  assignedTo: v.optional(v.string()),
  display: v.optional(v.string()),
  heightAdjustable: v.optional(v.boolean()),
});

const event = v.object({
  organizer: v.string(),
  day: v.number(),
  /** Planted again each week, three back and nine ahead. */
  everyWeek: v.optional(v.boolean(), false),
  from: v.optional(time, '00:00'),
  to: v.optional(time, '00:00'),
  /** Days it covers, for an all-day event. */
  allDay: v.optional(v.number()),
  zone: v.optional(v.string()),
  subject: v.string(),
  body: v.optional(v.string(), ''),
  location: v.optional(v.string()),
  /** `sam:accepted lee?:declined`; a question mark makes it optional. */
  people: v.optional(v.string(), ''),
  rooms: v.optional(v.string(), ''),
  /** So many more attendees from outside. */
  crowd: v.optional(v.number(), 0),
  online: v.optional(v.boolean(), false),
  showAs: v.optional(v.picklist(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']), 'busy'),
  sensitivity: v.optional(v.picklist(['normal', 'personal', 'private', 'confidential']), 'normal'),
  cancelled: v.optional(v.boolean(), false),
  calendar: v.optional(v.string()),
  categories: names,
  /** A weekly series of so many dates, some of them moved, renamed or taken out (by number, from 0). */
  weekly: v.optional(
    v.object({
      count: v.number(),
      /** So many of them are older than the seed: with 20 and more, clocks have always changed on the way. */
      before: v.optional(v.number(), 0),
      changed: v.optional(
        v.array(v.object({ at: v.number(), from: time, to: time, subject: v.optional(v.string()) })),
        [],
      ),
      gone: v.optional(v.array(v.number()), []),
    }),
  ),
});

const shift = v.object({
  people: v.string(),
  day: v.number(),
  from: time,
  to: time,
  label: v.optional(v.string()),
  notes: v.optional(v.string()),
  theme: v.string(),
  group: v.string(),
  breaks: v.optional(v.array(v.object({ from: time, to: time, label: v.string() })), []),
  /** Not published yet. */
  isDraft: v.optional(v.boolean(), false),
});

const team = v.object({
  key: v.string(),
  name: v.string(),
  description: v.string(),
  members: v.string(),
  schedule: v.optional(
    v.object({
      timeZone: v.string(),
      groups: v.array(v.object({ key: v.string(), name: v.string(), members: v.string() })),
      reasons: v.array(v.object({ key: v.string(), name: v.string(), icon: v.string() })),
      shifts: v.array(shift),
      openShifts: v.array(
        v.object({
          day: v.number(),
          from: time,
          to: time,
          label: v.string(),
          theme: v.string(),
          group: v.string(),
          slots: v.number(),
        }),
      ),
      timesOff: v.array(v.object({ people: v.string(), day: v.number(), reason: v.string() })),
      dayNotes: v.array(v.object({ day: v.number(), text: v.string() })),
    }),
  ),
});

const workDay = v.object({
  people: v.string(),
  day: v.number(),
  from: time,
  to: time,
  place: v.picklist(['office', 'remote', 'timeOff']),
  building: v.optional(v.string()),
  label: v.optional(v.string()),
});

const scenarioSchema = v.object({
  /** Zone on whose clocks the story is told. */
  timeZone: v.string(),
  tenants: v.array(v.object({ key: v.string(), name: v.string(), domain: v.string() })),
  /** Delegated scopes agreed to for everyone. */
  consents: v.array(v.string()),
  people: v.array(person),
  externals: v.array(v.object({ key: v.string(), name: v.string(), address: v.string() })),
  buildings: v.array(building),
  roomLists: v.array(v.object({ key: v.string(), name: v.string() })),
  rooms: v.array(room),
  sections: v.optional(v.array(section), []),
  workspaces: v.optional(v.array(workspace), []),
  desks: v.optional(v.array(desk), []),
  events: v.array(event),
  teams: v.array(team),
  workPlan: v.array(workDay),
});

export type Scenario = v.InferOutput<typeof scenarioSchema>;
export type ScenarioPerson = Scenario['people'][number];
export type ScenarioRoom = Scenario['rooms'][number];
export type ScenarioEvent = Scenario['events'][number];

export const parseScenario = (json: unknown): Scenario => v.parse(scenarioSchema, json);

/** `sam:accepted lee?:declined` → keys with what follows the colon. */
export function parseKeys(
  text: string,
): readonly { readonly key: string; readonly answer: string; readonly isOptional: boolean }[] {
  return text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', answer = 'none'] = part.split(':');
      return { key: name.replace('?', ''), answer, isOptional: name.endsWith('?') };
    });
}
