/** The screen that is open beside the agenda. */
import type { ReactNode } from 'react';
import type { CalendarEvent } from '../domain/agenda/calendar-event.ts';
import type { Invitee } from '../domain/booking/booking.ts';
import type { Session } from '../domain/contract/session.ts';
import { LazyScreen } from './lazy-screen.tsx';
import {
  loadBookingsScreen,
  loadBookScreen,
  loadFixScreen,
  loadPlanScreen,
  loadProfileScreen,
  loadResumeScreen,
  loadRoomNowScreen,
  loadWhoIsInScreen,
} from './lazy-screens.ts';
import type { Panel } from './panel.ts';
import type { PlannedMeeting } from './planning/planned-meeting.ts';
import type { PlanSoFar } from './planning/use-plan.ts';
import type { AgendaContext } from './screens.ts';
import type { Services } from './services.ts';
import type { Leave } from './session/session-store.ts';

export interface SidePanelProps {
  readonly panel: Panel;
  readonly services: Services;
  readonly session: Session;
  /** Known once the agenda was read; booking waits for it. */
  readonly context: AgendaContext | undefined;
  readonly onDone: (changed: boolean) => void;
  /** From room now to the whole form. */
  readonly onOther?: () => void;
  /** From a chosen time to the form that books its room. */
  readonly onPlanned?: (planned: PlannedMeeting, soFar: PlanSoFar) => void;
  /** From my bookings to the choice of another room for one of them. */
  readonly onChangeRoom?: (event: CalendarEvent) => void;
  /** From who is in to a meeting with some of them, and from the booking form back to the times. */
  readonly onPlan?: (about: { readonly people?: readonly Invitee[]; readonly soFar?: PlanSoFar }) => void;
  readonly onDisconnected: (left: Leave) => void;
  readonly onConnected: () => void;
}

export function PanelScreen(props: SidePanelProps): ReactNode {
  const { panel, services, session, context, onDone } = props;
  if (panel.kind === 'profile') {
    const { onDisconnected, onConnected } = props;
    const onClose = (): void => onDone(false);
    return (
      <LazyScreen load={loadProfileScreen} screenProps={{ services, session, onDisconnected, onConnected, onClose }} />
    );
  }
  if (context === undefined) return null;
  if (panel.kind === 'roomNow') {
    const { onOther = () => onDone(false) } = props;
    return <LazyScreen load={loadRoomNowScreen} screenProps={{ services, session, context, onOther, onDone }} />;
  }
  if (panel.kind === 'bookings') {
    const chosen = panel.eventId === undefined ? {} : { eventId: panel.eventId };
    const { onChangeRoom = () => undefined } = props;
    const screenProps = { services, session, context, onDone, onChangeRoom, ...chosen };
    return <LazyScreen load={loadBookingsScreen} screenProps={screenProps} />;
  }
  if (panel.kind === 'whoIsIn') {
    const { onPlan = () => undefined } = props;
    const screenProps = {
      ...{ services, session, context, onDone },
      onPlan: (people: readonly Invitee[]) => onPlan({ people }),
    };
    return <LazyScreen load={loadWhoIsInScreen} screenProps={screenProps} />;
  }
  if (panel.kind === 'resume') {
    const { event, booking } = panel;
    return <LazyScreen load={loadResumeScreen} screenProps={{ services, context, event, booking, onDone }} />;
  }
  if (panel.kind === 'fix') {
    const { event, fix, around } = panel;
    const here = { ...context, ...around };
    return <LazyScreen load={loadFixScreen} screenProps={{ services, session, context: here, event, fix, onDone }} />;
  }
  if (panel.kind === 'plan') {
    const { onPlanned: onBook = () => onDone(false) } = props;
    const begun = {
      ...(panel.people === undefined ? {} : { people: panel.people }),
      ...(panel.soFar === undefined ? {} : { soFar: panel.soFar }),
    };
    return <LazyScreen load={loadPlanScreen} screenProps={{ services, session, context, onBook, onDone, ...begun }} />;
  }
  const chosen = {
    ...(panel.existing === undefined ? {} : { existing: panel.existing }),
    ...(panel.planned === undefined ? {} : { planned: panel.planned }),
    ...(panel.people === undefined ? {} : { initialPeople: panel.people }),
  };
  const { soFar } = panel;
  const { onPlan } = props;
  // nothing was sent: the other times are still worth a look
  const leave = (changed: boolean): void =>
    changed || soFar === undefined || onPlan === undefined ? onDone(changed) : onPlan({ soFar });
  return <LazyScreen load={loadBookScreen} screenProps={{ services, session, context, ...chosen, onDone: leave }} />;
}
