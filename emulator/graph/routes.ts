/** Every path that this Graph serves, as one table. */
import type { Route } from './call.ts';
import { toPropertyRoute } from './property-route.ts';
import { calendarChangeRoutes } from './resources/calendar-changes.ts';
import { calendarRoutes } from './resources/calendars.ts';
import { calendarDeltaRoutes } from './resources/calendar-delta.ts';
import { calendarViewRoutes } from './resources/calendar-view.ts';
import { checkInRoutes } from './resources/check-ins.ts';
import { findMeetingTimesRoutes } from './resources/find-meeting-times.ts';
import { eventActionRoutes } from './resources/event-actions.ts';
import { eventRoutes } from './resources/events.ts';
import { mailboxSettingsRoutes } from './resources/mailbox-settings.ts';
import { messageRoutes } from './resources/messages.ts';
import { peopleRoutes } from './resources/people.ts';
import { photoRoutes } from './resources/photos.ts';
import { placeRoutes } from './resources/places.ts';
import { presenceRoutes } from './resources/presence.ts';
import { scheduleRoutes } from './resources/get-schedule.ts';
import { shiftRoutes } from './resources/shifts.ts';
import { timeZoneRoutes } from './resources/supported-time-zones.ts';
import { teamRoutes } from './resources/teams.ts';
import { userRoutes } from './resources/users.ts';
import { workPlanRecurrenceRoutes } from './resources/work-plan-recurrences.ts';
import { workPlanRoutes } from './resources/work-plan.ts';

const WHOLE: readonly Route[] = [
  ...userRoutes,
  ...peopleRoutes,
  ...photoRoutes,
  ...mailboxSettingsRoutes,
  ...timeZoneRoutes,
  ...calendarRoutes,
  ...calendarChangeRoutes,
  ...calendarViewRoutes,
  ...calendarDeltaRoutes,
  ...eventRoutes,
  ...eventActionRoutes,
  ...scheduleRoutes,
  ...findMeetingTimesRoutes,
  ...placeRoutes,
  ...checkInRoutes,
  ...messageRoutes,
  ...workPlanRoutes,
  ...workPlanRecurrenceRoutes,
  ...presenceRoutes,
  ...teamRoutes,
  ...shiftRoutes,
];

export const ROUTES: readonly Route[] = [...WHOLE, ...WHOLE.filter((route) => route.isSingle).map(toPropertyRoute)];
