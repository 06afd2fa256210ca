/** Which values a query option may have: closed lists of names, small numbers, one order, one filter, one expansion. */
import { HOLD_MARK_EXPAND } from '../contract/event-write.ts';

export type QueryRules = Readonly<Record<string, (value: string) => boolean>>;

const DATE_TIME = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?(?:Z|[+-]\d\d:\d\d)?`;
const WHOLE_DATE_TIME = new RegExp(`^${DATE_TIME}$`);
const SHIFT_FILTER = new RegExp(
  `^(?:sharedShift/startDateTime ge ${DATE_TIME}(?: and sharedShift/endDateTime le ${DATE_TIME})?` +
    `|sharedShift/endDateTime le ${DATE_TIME}(?: and sharedShift/startDateTime ge ${DATE_TIME})?)$`,
);
export const OCCURRENCES = new RegExp(`^occurrencesView\\(startDateTime='${DATE_TIME}',endDateTime='${DATE_TIME}'\\)$`);

export const isDateTime = (value: string): boolean => WHOLE_DATE_TIME.test(value) && !Number.isNaN(Date.parse(value));

const select = (names: string): QueryRules => {
  const allowed = new Set(names.split(' '));
  return { $select: (value) => value.split(',').every((name) => allowed.has(name)) };
};

const PAGING: QueryRules = {
  $top: (value) => /^[1-9]\d{0,3}$/.test(value) && Number(value) <= 1000,
  $skip: (value) => /^\d{1,6}$/.test(value),
  $skiptoken: (value) => /^[\x20-\x7e]{1,2000}$/.test(value),
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
export const EVENT_QUERY: QueryRules = { ...select(EVENT_NAMES), $expand: (value) => value === HOLD_MARK_EXPAND };
export const VIEW_QUERY: QueryRules = {
  ...EVENT_QUERY,
  ...PAGING,
  $orderby: (value) => value === 'start/dateTime',
  startDateTime: isDateTime,
  endDateTime: isDateTime,
};
export const PLACES_QUERY: QueryRules = {
  ...select(
    'id placeId displayName emailAddress nickname capacity building floorNumber floorLabel label bookingType tags ' +
      'isWheelChairAccessible teamsEnabledState audioDeviceName videoDeviceName displayDeviceName geoCoordinates address ' +
      'phone parentId',
  ),
  ...PAGING,
};
export const WORK_PLAN_QUERY: QueryRules = {
  ...select('id recurrenceId start end workLocationType placeId timeOffDetails'),
  ...PAGING,
};
export const TEAMS_QUERY: QueryRules = PAGING;
export const SHIFTS_QUERY: QueryRules = { ...PAGING, $filter: (value) => SHIFT_FILTER.test(value) };
