/** Teams' schedules: property names and types of Graph v1.0. */
import type { ModelType } from './entity-model.ts';

const TRACKED: Readonly<Record<string, string>> = {
  id: 'String!',
  createdBy: 'identitySet',
  createdDateTime: 'DateTimeOffset',
  lastModifiedBy: 'identitySet',
  lastModifiedDateTime: 'DateTimeOffset',
};

const ENTITY: Readonly<Record<string, string>> = {
  endDateTime: 'DateTimeOffset',
  startDateTime: 'DateTimeOffset',
  theme: 'scheduleEntityTheme!',
};

const SHIFT_ITEM = { ...ENTITY, activities: 'shiftActivity[]', displayName: 'String', notes: 'String' };

export const SHIFT_TYPES: Readonly<Record<string, ModelType>> = {
  schedule: {
    props: {
      id: 'String!',
      enabled: 'Boolean',
      isActivitiesIncludedWhenCopyingShiftsEnabled: 'Boolean',
      offerShiftRequestsEnabled: 'Boolean',
      openShiftsEnabled: 'Boolean',
      provisionStatus: 'operationStatus',
      provisionStatusCode: 'String',
      startDayOfWeek: 'dayOfWeek',
      swapShiftsRequestsEnabled: 'Boolean',
      timeClockEnabled: 'Boolean',
      timeOffRequestsEnabled: 'Boolean',
      timeZone: 'String',
      workforceIntegrationIds: 'String[]',
    },
  },
  shift: {
    props: {
      ...TRACKED,
      draftShift: 'shiftItem',
      isStagedForDeletion: 'Boolean',
      schedulingGroupId: 'String',
      sharedShift: 'shiftItem',
      userId: 'String',
    },
  },
  shiftItem: { props: SHIFT_ITEM },
  shiftActivity: { props: { ...ENTITY, code: 'String', displayName: 'String', isPaid: 'Boolean' } },
  openShift: {
    props: {
      ...TRACKED,
      draftOpenShift: 'openShiftItem',
      isStagedForDeletion: 'Boolean',
      schedulingGroupId: 'String',
      sharedOpenShift: 'openShiftItem',
    },
  },
  openShiftItem: { props: { ...SHIFT_ITEM, openSlotCount: 'Int32!' } },
  timeOff: {
    props: {
      ...TRACKED,
      draftTimeOff: 'timeOffItem',
      isStagedForDeletion: 'Boolean',
      sharedTimeOff: 'timeOffItem',
      userId: 'String',
    },
  },
  timeOffItem: { props: { ...ENTITY, timeOffReasonId: 'String' } },
  timeOffReason: {
    props: {
      ...TRACKED,
      code: 'String',
      displayName: 'String',
      iconType: 'timeOffReasonIconType',
      isActive: 'Boolean',
    },
  },
  schedulingGroup: {
    props: { ...TRACKED, code: 'String', displayName: 'String', isActive: 'Boolean', userIds: 'String[]' },
  },
  dayNote: { props: { ...TRACKED, dayNoteDate: 'Date', draftDayNote: 'itemBody', sharedDayNote: 'itemBody' } },
};
