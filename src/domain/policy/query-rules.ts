/** Which values a query option may have: closed lists of names, small numbers, one order, one filter, one expansion. */
import { AGENDA_CHOICES_ID, ROOM_MEMORY_ID, toMemoryExpand } from '../contract/calendar-write.ts';
import { HOLD_MARK_EXPAND } from '../contract/event-write.ts';

export type QueryRules = Readonly<Record<string, (value: string) => boolean>>;

const DATE_TIME = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?(?:Z|[+-]\d\d:\d\d)?`;
const WHOLE_DATE_TIME = new RegExp(`^${DATE_TIME}$`);
/** Each end once, as the service wants it. */
const toSpanFilter = (item: string): RegExp =>
  new RegExp(
    `^(?:${item}/startDateTime ge ${DATE_TIME}(?: and ${item}/endDateTime le ${DATE_TIME})?` +
      `|${item}/endDateTime le ${DATE_TIME}(?: and ${item}/startDateTime ge ${DATE_TIME})?)$`,
  );
const ADDRESS = String.raw`mail eq '(?:[A-Za-z0-9._+-]|''){1,64}@[A-Za-z0-9.-]{1,255}'`;
const OBJECT_ID = String.raw`id eq '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'`;
/** People who are known already, by address or by id; the directory takes fifteen alternatives. */
const USER_FILTER = new RegExp(`^(?:${ADDRESS}(?: or ${ADDRESS}){0,14}|${OBJECT_ID}(?: or ${OBJECT_ID}){0,14})$`, 'i');
/** Words that somebody typed: no quotes, no property, no operator. */
const TYPED = String.raw`[^"\\:()]{1,64}`;
const USER_SEARCH = new RegExp(String.raw`^"displayName:(${TYPED})" OR "mail:\1"$`, 'u');
const PEOPLE_SEARCH = new RegExp(`^"${TYPED}"$`, 'u');
/** Rooms of one building; a quote in its name is doubled, as OData wants it. */
const BUILDING_FILTER = /^building eq '(?:[^']|''){1,256}'$/u;
export const OCCURRENCES = new RegExp(`^occurrencesView\\(startDateTime='${DATE_TIME}',endDateTime='${DATE_TIME}'\\)$`);

export const isDateTime = (value: string): boolean => WHOLE_DATE_TIME.test(value) && !Number.isNaN(Date.parse(value));

const select = (names: string): QueryRules => {
  const allowed = new Set(names.split(' '));
  return { $select: (value) => value.split(',').every((name) => allowed.has(name)) };
};

const isToken = (value: string): boolean => /^[\x20-\x7e]{1,2000}$/.test(value);

const PAGING: QueryRules = {
  $top: (value) => /^[1-9]\d{0,3}$/.test(value) && Number(value) <= 1000,
  $skip: (value) => /^\d{1,6}$/.test(value),
  $skiptoken: isToken,
  $count: (value) => value === 'true' || value === 'false',
};

/** Neither bodies nor attachments: the product never reads them. */
const EVENT_NAMES =
  'id subject start end isAllDay isCancelled isOrganizer isDraft type showAs sensitivity responseStatus responseRequested ' +
  'organizer attendees location locations isOnlineMeeting onlineMeetingProvider onlineMeeting webLink iCalUId changeKey ' +
  'transactionId seriesMasterId originalStart originalStartTimeZone originalEndTimeZone recurrence hideAttendees ' +
  'allowNewTimeProposals importance categories createdDateTime lastModifiedDateTime';

export const NO_QUERY: QueryRules = {};
export const ME_QUERY: QueryRules = select('id displayName mail userPrincipalName proxyAddresses');
export const SETTINGS_QUERY: QueryRules = select('timeZone workingHours timeFormat dateFormat language userPurpose');
export const CALENDARS_QUERY: QueryRules = {
  ...select(
    'id name owner canEdit canShare canViewPrivateItems isDefaultCalendar isTallyingResponses isRemovable hexColor color ' +
      'changeKey allowedOnlineMeetingProviders defaultOnlineMeetingProvider',
  ),
  ...PAGING,
};
/** What the default calendar keeps for us; the rest of it comes with the list of calendars. */
const MEMORIES = [ROOM_MEMORY_ID, AGENDA_CHOICES_ID].map(toMemoryExpand);
export const MEMORY_QUERY: QueryRules = { ...select('id'), $expand: (value) => MEMORIES.includes(value) };
export const EVENT_QUERY: QueryRules = { ...select(EVENT_NAMES), $expand: (value) => value === HOLD_MARK_EXPAND };
export const VIEW_QUERY: QueryRules = {
  ...EVENT_QUERY,
  ...PAGING,
  $orderby: (value) => value === 'start/dateTime',
  startDateTime: isDateTime,
  endDateTime: isDateTime,
};
/** What changed in a window since it was last asked: Graph takes no other option here (Graph docs: event delta). */
export const DELTA_QUERY: QueryRules = {
  startDateTime: isDateTime,
  endDateTime: isDateTime,
  $skiptoken: isToken,
  $deltatoken: isToken,
};
export const PLACES_QUERY: QueryRules = {
  ...select(
    'id placeId displayName emailAddress nickname capacity building floorNumber floorLabel label bookingType tags ' +
      'isWheelChairAccessible teamsEnabledState audioDeviceName videoDeviceName displayDeviceName geoCoordinates address ' +
      'phone parentId',
  ),
  ...PAGING,
  $filter: (value) => BUILDING_FILTER.test(value),
};
export const WORK_PLAN_QUERY: QueryRules = {
  ...select('id recurrenceId start end workLocationType placeId timeOffDetails'),
  ...PAGING,
};
export const TEAMS_QUERY: QueryRules = PAGING;

function toSpanQuery(item: string): QueryRules {
  const filter = toSpanFilter(item);
  return { ...PAGING, $filter: (value) => filter.test(value) };
}
export const SHIFTS_QUERY: QueryRules = toSpanQuery('sharedShift');
export const TIMES_OFF_QUERY: QueryRules = toSpanQuery('sharedTimeOff');
export const OPEN_SHIFTS_QUERY: QueryRules = toSpanQuery('sharedOpenShift');
export const REASONS_QUERY: QueryRules = PAGING;
export const RECURRENCES_QUERY: QueryRules = {
  ...select('id start end recurrence workLocationType placeId'),
  ...PAGING,
};

const FEW: QueryRules = { $top: (value) => /^(?:[1-9]|1\d|20)$/.test(value) };
export const PEOPLE_QUERY: QueryRules = {
  ...select('id displayName scoredEmailAddresses personType'),
  ...FEW,
  $search: (value) => PEOPLE_SEARCH.test(value),
};
export const USERS_QUERY: QueryRules = {
  ...select('id displayName mail userPrincipalName'),
  ...FEW,
  $filter: (value) => USER_FILTER.test(value),
  $search: (value) => USER_SEARCH.test(value),
};
export const ROOM_QUERY: QueryRules = select('id displayName nickname emailAddress building floorNumber floorLabel');
export const GROUPS_QUERY: QueryRules = { $skiptoken: (value) => /^[\x20-\x7e]{1,2000}$/.test(value) };
