/** Buildings, floors, rooms and desks: property names and types of Graph v1.0. */
import type { ModelType } from './entity-model.ts';

const PLACE: Readonly<Record<string, string>> = {
  id: 'String!',
  address: 'physicalAddress',
  displayName: 'String!',
  geoCoordinates: 'outlookGeoCoordinates',
  isWheelChairAccessible: 'Boolean',
  label: 'String',
  parentId: 'String',
  phone: 'String',
  placeId: 'String',
  tags: 'String[]',
};

export const PLACE_TYPES: Readonly<Record<string, ModelType>> = {
  place: { props: PLACE, nav: ['checkIns'] },
  room: {
    props: {
      ...PLACE,
      audioDeviceName: 'String',
      bookingType: 'bookingType',
      building: 'String',
      capacity: 'Int32',
      displayDeviceName: 'String',
      emailAddress: 'String',
      floorLabel: 'String',
      floorNumber: 'Int32',
      nickname: 'String!',
      teamsEnabledState: 'placeFeatureEnablement!',
      videoDeviceName: 'String',
    },
    nav: ['checkIns'],
  },
  roomList: { props: { ...PLACE, emailAddress: 'String' }, nav: ['checkIns', 'rooms', 'workspaces'] },
  building: {
    props: { ...PLACE, resourceLinks: 'resourceLink[]', wifiState: 'placeFeatureEnablement!' },
    nav: ['map'],
  },
  floor: { props: { ...PLACE, sortOrder: 'Int32' } },
  section: { props: PLACE },
  workspace: {
    props: {
      ...PLACE,
      capacity: 'Int32',
      displayDeviceName: 'String',
      emailAddress: 'String',
      mode: 'placeMode',
      nickname: 'String!',
    },
  },
  desk: {
    props: {
      ...PLACE,
      displayDeviceName: 'String',
      heightAdjustableState: 'placeFeatureEnablement!',
      mailboxDetails: 'mailboxDetails',
      mode: 'placeMode',
    },
  },
  resourceLink: { props: { linkType: 'resourceLinkType!', name: 'String', value: 'String' } },
  mailboxDetails: { props: { emailAddress: 'String', externalDirectoryObjectId: 'String' } },
  placeMode: { props: {} },
  checkInClaim: {
    props: { calendarEventId: 'String!', checkInMethod: 'checkInMethod!', createdDateTime: 'DateTimeOffset' },
  },
};
