/** People, their presence, teams and their work plan: property names and types of Graph v1.0. */
import type { ModelType } from './entity-model.ts';

const list = (names: string, type: string): Readonly<Record<string, string>> =>
  Object.fromEntries(names.split(' ').map((name) => [name, type]));

const USER: Readonly<Record<string, string>> = {
  id: 'String!',
  ...list(
    'aboutMe ageGroup city companyName consentProvidedForMinor country creationType department displayName employeeId employeeType externalUserState faxNumber givenName jobTitle legalAgeGroupClassification mail mailNickname mobilePhone mySite officeLocation onPremisesDistinguishedName onPremisesDomainName onPremisesImmutableId onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesUserPrincipalName passwordPolicies postalCode preferredDataLocation preferredLanguage preferredName securityIdentifier state streetAddress surname usageLocation userPrincipalName userType',
    'String',
  ),
  ...list('accountEnabled isManagementRestricted isResourceAccount onPremisesSyncEnabled showInAddressList', 'Boolean'),
  ...list(
    'businessPhones imAddresses interests otherMails pastProjects proxyAddresses responsibilities schools skills',
    'String[]',
  ),
  ...list(
    'createdDateTime deletedDateTime employeeHireDate employeeLeaveDateTime externalUserStateChangeDateTime lastPasswordChangeDateTime onPremisesLastSyncDateTime signInSessionsValidFromDateTime',
    'DateTimeOffset',
  ),
  mailboxSettings: 'mailboxSettings',
};

export const DIRECTORY_TYPES: Readonly<Record<string, ModelType>> = {
  user: {
    props: USER,
    nav: ['calendar', 'calendars', 'events', 'manager', 'memberOf', 'messages', 'photo', 'presence'],
  },
  person: {
    props: {
      id: 'String!',
      ...list(
        'birthday companyName department displayName givenName imAddress jobTitle officeLocation personNotes profession surname userPrincipalName yomiCompany',
        'String',
      ),
      isFavorite: 'Boolean',
      personType: 'personType',
      phones: 'phone[]',
      postalAddresses: 'location[]',
      scoredEmailAddresses: 'scoredEmailAddress[]',
      websites: 'website[]',
    },
  },
  profilePhoto: { props: { id: 'String!', height: 'Int32', width: 'Int32' } },
  phone: { props: list('language number region type', 'String') },
  personType: { props: { class: 'String', subclass: 'String' } },
  scoredEmailAddress: {
    props: {
      address: 'String',
      itemId: 'String',
      relevanceScore: 'Double',
      selectionLikelihood: 'selectionLikelihoodInfo',
    },
  },
  presence: {
    props: {
      id: 'String!',
      activity: 'String',
      availability: 'String',
      outOfOfficeSettings: 'outOfOfficeSettings',
      sequenceNumber: 'String',
      statusMessage: 'presenceStatusMessage',
      workLocation: 'userWorkLocation',
    },
  },
  outOfOfficeSettings: { props: { isOutOfOffice: 'Boolean', message: 'String' } },
  userWorkLocation: {
    props: { placeId: 'String', source: 'workLocationSource!', workLocationType: 'workLocationType!' },
  },
  team: {
    props: {
      id: 'String!',
      ...list('classification description displayName firstChannelName internalId tenantId webUrl', 'String'),
      createdDateTime: 'DateTimeOffset',
      isArchived: 'Boolean',
    },
    nav: ['group', 'members', 'photo', 'schedule'],
  },
  aadUserConversationMember: {
    props: {
      id: 'String!',
      ...list('displayName email tenantId userId', 'String'),
      roles: 'String[]',
      visibleHistoryStartDateTime: 'DateTimeOffset',
    },
  },
  workHoursAndLocationsSetting: {
    props: { id: 'String!', maxSharedWorkLocationDetails: 'maxWorkLocationDetails!' },
    nav: ['occurrences', 'recurrences'],
  },
  workPlanOccurrence: {
    props: {
      id: 'String!',
      end: 'dateTimeTimeZone!',
      placeId: 'String',
      recurrenceId: 'String',
      start: 'dateTimeTimeZone!',
      timeOffDetails: 'timeOffDetails',
      workLocationType: 'workLocationType!',
    },
  },
  workPlanRecurrence: {
    props: {
      id: 'String!',
      end: 'dateTimeTimeZone!',
      placeId: 'String',
      recurrence: 'patternedRecurrence!',
      start: 'dateTimeTimeZone!',
      workLocationType: 'workLocationType!',
    },
  },
  timeOffDetails: { props: { isAllDay: 'Boolean!', subject: 'String' } },
};
