/** Every Graph call that the relay lets through; what is not here does not exist. */
import { NO_QUERY, CALENDARS_QUERY, EVENT_QUERY, ME_QUERY, OCCURRENCES, PLACES_QUERY } from './query-rules.ts';
import {
  SETTINGS_QUERY,
  SHIFTS_QUERY,
  TEAMS_QUERY,
  VIEW_QUERY,
  WORK_PLAN_QUERY,
  type QueryRules,
} from './query-rules.ts';
import { readCancel, readEventCreate, readEventPatch, readSchedule, type ReadWrite } from './write-bodies.ts';

export interface Rule {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Segments in braces are named values of PARAMETERS. */
  readonly template: string;
  readonly query: QueryRules;
  /** Options without which Graph refuses the call. */
  readonly required?: readonly string[];
  readonly readBody?: ReadWrite;
  /** Any of them is enough. */
  readonly scopes: readonly [string, ...string[]];
  /** What else must hold: the calendar is the caller's own, the addresses may be asked, a source or feature is on. */
  readonly needs?: 'ownCalendar' | 'schedule' | 'newEvent' | 'teams' | 'shifts';
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
const VIEW = { query: VIEW_QUERY, required: ['startDateTime', 'endDateTime'], scopes: READ } as const;

export const ALLOWED_CALLS: readonly Rule[] = [
  { method: 'GET', template: '/me', query: ME_QUERY, scopes: ['User.Read'] },
  { method: 'GET', template: '/me/mailboxSettings', query: SETTINGS_QUERY, scopes: ['MailboxSettings.Read'] },
  { method: 'GET', template: '/me/calendars', query: CALENDARS_QUERY, scopes: READ },
  { method: 'GET', template: '/me/calendarView', ...VIEW },
  { method: 'GET', template: '/me/calendar/calendarView', ...VIEW },
  { method: 'GET', template: '/me/calendars/{calendar}/calendarView', ...VIEW, needs: 'ownCalendar' },
  { method: 'GET', template: '/me/events/{event}', query: EVENT_QUERY, scopes: READ },
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
  {
    method: 'POST',
    template: '/me/calendar/getSchedule',
    query: NO_QUERY,
    readBody: readSchedule,
    scopes: READ,
    needs: 'schedule',
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
  {
    method: 'GET',
    template: '/me/settings/workHoursAndLocations/{occurrences}',
    query: WORK_PLAN_QUERY,
    scopes: READ,
  },
  { method: 'GET', template: '/me/joinedTeams', query: TEAMS_QUERY, scopes: ['Team.ReadBasic.All'], needs: 'teams' },
  { method: 'GET', template: '/teams/{team}/schedule', query: NO_QUERY, scopes: SCHEDULE, needs: 'shifts' },
  { method: 'GET', template: '/teams/{team}/schedule/shifts', query: SHIFTS_QUERY, scopes: SCHEDULE, needs: 'shifts' },
];
