/** Every path that this Graph serves, as one table. */
import type { Route } from './call.ts';
import { calendarRoutes } from './resources/calendars.ts';
import { calendarViewRoutes } from './resources/calendar-view.ts';
import { eventActionRoutes } from './resources/event-actions.ts';
import { eventRoutes } from './resources/events.ts';
import { mailboxSettingsRoutes } from './resources/mailbox-settings.ts';
import { placeRoutes } from './resources/places.ts';
import { presenceRoutes } from './resources/presence.ts';
import { scheduleRoutes } from './resources/get-schedule.ts';
import { shiftRoutes } from './resources/shifts.ts';
import { teamRoutes } from './resources/teams.ts';
import { userRoutes } from './resources/users.ts';
import { workPlanRoutes } from './resources/work-plan.ts';

export const ROUTES: readonly Route[] = [
  ...userRoutes,
  ...mailboxSettingsRoutes,
  ...calendarRoutes,
  ...calendarViewRoutes,
  ...eventRoutes,
  ...eventActionRoutes,
  ...scheduleRoutes,
  ...placeRoutes,
  ...workPlanRoutes,
  ...presenceRoutes,
  ...teamRoutes,
  ...shiftRoutes,
];
