/** Every Graph call that the relay lets through; what is not here does not exist. */
import {
  NO_QUERY,
  CALENDARS_QUERY,
  DELTA_QUERY,
  EVENT_QUERY,
  ME_QUERY,
  OCCURRENCES,
  PLACES_QUERY,
  MEMORY_QUERY,
} from './query-rules.ts';
import {
  GROUPS_QUERY,
  OPEN_SHIFTS_QUERY,
  PEOPLE_QUERY,
  REASONS_QUERY,
  RECURRENCES_QUERY,
  ROOM_QUERY,
  TIMES_OFF_QUERY,
  USERS_QUERY,
  SETTINGS_QUERY,
  SHIFTS_QUERY,
  TEAMS_QUERY,
  VIEW_QUERY,
  WORK_PLAN_QUERY,
  type QueryRules,
} from './query-rules.ts';
import { stripSchedule } from './strip-schedule.ts';
import { stripShifts } from './strip-shifts.ts';
import { readAccept, readCalendarPatch, readCancel, readCheckIn, readCurrentLocation } from './write-bodies.ts';
import { readEventCreate, readEventPatch, readPresenceIds, readProposal, readSchedule } from './write-bodies.ts';
import type { ReadWrite } from './write-bodies.ts';

/** Takes out of Graph's answer what is not the caller's to see. */
export type Strip = (body: unknown, ownId: string) => unknown;

export interface Rule {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Segments in braces are named values of PARAMETERS. */
  readonly template: string;
  readonly query: QueryRules;
  /** Options without which Graph refuses the call. */
  readonly required?: readonly string[];
  /** Exactly one of these options, or the call would ask for everything there is. */
  readonly oneOf?: readonly string[];
  readonly strip?: Strip;
  readonly readBody?: ReadWrite;
  /** Any of them is enough. */
  readonly scopes: readonly [string, ...string[]];
  /** What else must hold: the calendar is the caller's own, the addresses may be asked, a source or feature is on. */
  readonly needs?: 'ownCalendar' | 'schedule' | 'newEvent' | 'teams' | 'shifts' | 'presence' | 'people' | 'colleagues';
  /** Changes something, so that it must not be repeated blindly. */
  readonly writes?: true;
}

/** `delta` is a function of the collection, and a name with a dot is a cast or a function: neither is an id. */
const ITEM_ID = /^(?!delta$)[A-Za-z0-9_=+-]{1,512}$/i;
export const PARAMETERS: Readonly<Record<string, RegExp>> = {
  '{event}': ITEM_ID,
  '{calendar}': ITEM_ID,
  '{team}': /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  '{mailbox}': /^[A-Za-z0-9._+'-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/,
  '{occurrences}': OCCURRENCES,
};

const READ = ['Calendars.Read', 'Calendars.ReadWrite'] as const;
const WRITE = ['Calendars.ReadWrite'] as const;
const PLACES = ['Place.Read.All'] as const;
const SCHEDULE = ['Schedule.Read.All'] as const;
const SCHEDULE_LISTS: Readonly<Record<string, Pick<Rule, 'query' | 'strip'>>> = {
  shifts: { query: SHIFTS_QUERY, strip: stripShifts },
  timesOff: { query: TIMES_OFF_QUERY, strip: stripShifts },
  openShifts: { query: OPEN_SHIFTS_QUERY },
  timeOffReasons: { query: REASONS_QUERY },
  // who is in the schedule at all: without it nobody could be said to be off
  schedulingGroups: { query: GROUPS_QUERY },
};
const VIEW = { query: VIEW_QUERY, required: ['startDateTime', 'endDateTime'], scopes: READ } as const;

export const ALLOWED_CALLS: readonly Rule[] = [
  { method: 'GET', template: '/me', query: ME_QUERY, scopes: ['User.Read'] },
  { method: 'GET', template: '/me/mailboxSettings', query: SETTINGS_QUERY, scopes: ['MailboxSettings.Read'] },
  { method: 'GET', template: '/me/calendars', query: CALENDARS_QUERY, scopes: READ },
  // favourite rooms and what the agenda shows, kept in the person's own mailbox
  { method: 'GET', template: '/me/calendar', query: MEMORY_QUERY, required: ['$select', '$expand'], scopes: READ },
  {
    method: 'PATCH',
    template: '/me/calendar',
    query: NO_QUERY,
    readBody: readCalendarPatch,
    scopes: WRITE,
    writes: true,
  },
  { method: 'GET', template: '/me/calendarView', ...VIEW },
  { method: 'GET', template: '/me/calendar/calendarView', ...VIEW },
  // whether the primary calendar changed
  { method: 'GET', template: '/me/calendarView/delta', query: DELTA_QUERY, scopes: READ },
  { method: 'GET', template: '/me/calendars/{calendar}/calendarView', ...VIEW, needs: 'ownCalendar' },
  { method: 'GET', template: '/me/events/{event}', query: EVENT_QUERY, scopes: READ },
  // the dates of a series that was booked here: each room's answer to each of them
  { method: 'GET', template: '/me/events/{event}/instances', ...VIEW },
  {
    method: 'POST',
    template: '/me/events',
    query: NO_QUERY,
    readBody: readEventCreate,
    scopes: WRITE,
    needs: 'newEvent',
    writes: true,
  },
  {
    method: 'PATCH',
    template: '/me/events/{event}',
    query: NO_QUERY,
    readBody: readEventPatch,
    scopes: WRITE,
    writes: true,
  },
  { method: 'DELETE', template: '/me/events/{event}', query: NO_QUERY, scopes: WRITE, writes: true },
  {
    method: 'POST',
    template: '/me/events/{event}/cancel',
    query: NO_QUERY,
    readBody: readCancel,
    scopes: WRITE,
    writes: true,
  },
  ...(['accept', 'tentativelyAccept', 'decline'] as const).map((answer): Rule => ({
    method: 'POST',
    template: `/me/events/{event}/${answer}`,
    query: NO_QUERY,
    readBody: answer === 'accept' ? readAccept : readProposal,
    scopes: WRITE,
    writes: true,
  })),
  // today alone: the work plan itself is changed in Outlook
  {
    method: 'POST',
    template: '/me/settings/workHoursAndLocations/occurrences/setCurrentLocation',
    query: NO_QUERY,
    readBody: readCurrentLocation,
    scopes: WRITE,
    writes: true,
  },
  {
    method: 'POST',
    template: '/me/calendar/getSchedule',
    query: NO_QUERY,
    readBody: readSchedule,
    scopes: READ,
    needs: 'schedule',
    strip: stripSchedule,
  },
  { method: 'GET', template: '/places/microsoft.graph.room', query: PLACES_QUERY, scopes: PLACES },
  // names the building of an office shift: the work plan knows its id alone
  { method: 'GET', template: '/places/microsoft.graph.building', query: PLACES_QUERY, scopes: PLACES },
  { method: 'GET', template: '/places/microsoft.graph.roomlist', query: PLACES_QUERY, scopes: PLACES },
  {
    method: 'GET',
    template: '/places/{mailbox}/microsoft.graph.roomlist/rooms',
    query: PLACES_QUERY,
    scopes: PLACES,
  },
  // which floor of which building: the way to the next meeting
  {
    method: 'GET',
    template: '/places/{mailbox}/microsoft.graph.room',
    query: ROOM_QUERY,
    required: ['$select'],
    scopes: PLACES,
  },
  // somebody came to their meeting: the room is not given away
  {
    method: 'POST',
    template: '/places/{mailbox}/checkIns',
    query: NO_QUERY,
    readBody: readCheckIn,
    scopes: WRITE,
    writes: true,
  },
  {
    method: 'GET',
    template: '/me/settings/workHoursAndLocations/{occurrences}',
    query: WORK_PLAN_QUERY,
    scopes: READ,
  },
  {
    method: 'GET',
    template: '/me/settings/workHoursAndLocations/recurrences',
    query: RECURRENCES_QUERY,
    scopes: READ,
  },
  { method: 'GET', template: '/me/joinedTeams', query: TEAMS_QUERY, scopes: ['Team.ReadBasic.All'], needs: 'teams' },
  { method: 'GET', template: '/teams/{team}/schedule', query: NO_QUERY, scopes: SCHEDULE, needs: 'shifts' },
  ...Object.entries(SCHEDULE_LISTS).map(([list, rule]): Rule => ({
    method: 'GET',
    template: `/teams/{team}/schedule/${list}`,
    scopes: SCHEDULE,
    needs: 'shifts',
    ...rule,
  })),
  // where colleagues are now
  {
    method: 'POST',
    template: '/communications/getPresencesByUserId',
    query: NO_QUERY,
    readBody: readPresenceIds,
    scopes: ['Presence.Read.All'],
    needs: 'presence',
  },
  // whom a schedule names by id, or a meeting by address; never the whole directory
  {
    method: 'GET',
    template: '/users',
    query: USERS_QUERY,
    required: ['$select'],
    oneOf: ['$filter', '$search'],
    scopes: ['User.ReadBasic.All'],
    needs: 'colleagues',
  },
  {
    method: 'GET',
    template: '/me/people',
    query: PEOPLE_QUERY,
    required: ['$select', '$search'],
    scopes: ['People.Read'],
    needs: 'people',
  },
];
