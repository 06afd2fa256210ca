/** Every path that this Graph serves, as one table. */
import type { Route } from './call.ts';
import { calendarRoutes } from './resources/calendars.ts';
import { calendarDeltaRoutes } from './resources/calendar-delta.ts';
import { calendarViewRoutes } from './resources/calendar-view.ts';
import { checkInRoutes } from './resources/check-ins.ts';
import { eventActionRoutes } from './resources/event-actions.ts';
import { eventRoutes } from './resources/events.ts';
import { mailboxSettingsRoutes } from './resources/mailbox-settings.ts';
import { messageRoutes } from './resources/messages.ts';
import { placeRoutes } from './resources/places.ts';
import { presenceRoutes } from './resources/presence.ts';
import { scheduleRoutes } from './resources/get-schedule.ts';
import { shiftRoutes } from './resources/shifts.ts';
import { teamRoutes } from './resources/teams.ts';
import { userRoutes } from './resources/users.ts';
import { workPlanRecurrenceRoutes } from './resources/work-plan-recurrences.ts';
import { workPlanRoutes } from './resources/work-plan.ts';

export const ROUTES: readonly Route[] = [
  ...userRoutes,
  ...mailboxSettingsRoutes,
  ...calendarRoutes,
  ...calendarViewRoutes,
  ...calendarDeltaRoutes,
  ...eventRoutes,
  ...eventActionRoutes,
  ...scheduleRoutes,
  ...placeRoutes,
  ...checkInRoutes,
  ...messageRoutes,
  ...workPlanRoutes,
  ...workPlanRecurrenceRoutes,
  ...presenceRoutes,
  ...teamRoutes,
  ...shiftRoutes,
];
