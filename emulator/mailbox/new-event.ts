/** What a new event is where its maker says nothing else. */
import type { EventDraft } from './meeting-actions.ts';

export const NEW_EVENT: Omit<EventDraft, 'time' | 'startZone' | 'endZone' | 'organizer'> = {
  subject: '',
  body: { contentType: 'html', content: '' },
  attendees: [],
  locations: [],
  joinUrl: null,
  isOnlineMeeting: false,
  sensitivity: 'normal',
  importance: 'normal',
  allowNewTimeProposals: true,
  responseRequested: true,
  hideAttendees: false,
  recurrence: null,
  showAs: 'busy',
  responseStatus: { response: 'organizer' },
  isCancelled: false,
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  categories: [],
  extendedProperties: {},
};
