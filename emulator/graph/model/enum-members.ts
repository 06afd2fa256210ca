/** The members of the enumerations that callers may write, by the published v1.0 metadata. */

const ENUMS: Readonly<Record<string, readonly string[]>> = {
  attendeeType: ['required', 'optional', 'resource'],
  bodyType: ['text', 'html'],
  activityDomain: ['unknown', 'work', 'personal', 'unrestricted'],
  calendarColor: [
    ...['auto', 'lightBlue', 'lightGreen', 'lightOrange', 'lightGray', 'lightYellow', 'lightTeal', 'lightPink'],
    ...['lightBrown', 'lightRed', 'maxColor'],
  ],
  checkInMethod: ['unspecified', 'manual', 'inferred', 'verified', 'unknownFutureValue'],
  dayOfWeek: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  eventType: ['singleInstance', 'occurrence', 'exception', 'seriesMaster'],
  freeBusyStatus: ['unknown', 'free', 'tentative', 'busy', 'oof', 'workingElsewhere'],
  importance: ['low', 'normal', 'high'],
  locationType: [
    'default',
    'conferenceRoom',
    'homeAddress',
    'businessAddress',
    'geoCoordinates',
    'streetAddress',
    'hotel',
    'restaurant',
    'localBusiness',
    'postalAddress',
  ],
  locationUniqueIdType: ['unknown', 'locationStore', 'directory', 'private', 'bing'],
  maxWorkLocationDetails: ['unknown', 'none', 'approximate', 'specific', 'unknownFutureValue'],
  onlineMeetingProviderType: ['unknown', 'skypeForBusiness', 'skypeForConsumer', 'teamsForBusiness'],
  recurrencePatternType: ['daily', 'weekly', 'absoluteMonthly', 'relativeMonthly', 'absoluteYearly', 'relativeYearly'],
  recurrenceRangeType: ['endDate', 'noEnd', 'numbered'],
  responseType: ['none', 'organizer', 'tentativelyAccepted', 'accepted', 'declined', 'notResponded'],
  sensitivity: ['normal', 'personal', 'private', 'confidential'],
  weekIndex: ['first', 'second', 'third', 'fourth', 'last'],
  workLocationType: ['unspecified', 'office', 'remote', 'timeOff'],
  workLocationUpdateScope: ['currentSegment', 'currentDay'],
};

export function findMembers(name: string): readonly string[] | undefined {
  return Object.hasOwn(ENUMS, name) ? ENUMS[name] : undefined;
}
