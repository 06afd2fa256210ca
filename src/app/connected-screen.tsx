/** What a connected person sees: the agenda, and beside it what they opened. */
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { CalendarEvent } from '../domain/agenda/calendar-event.ts';
import type { Session } from '../domain/contract/session.ts';
import { AgendaFailed } from '../ui/agenda/agenda-failed.tsx';
import { AgendaSkeleton } from '../ui/agenda/agenda-skeleton.tsx';
import { PageFrame } from '../ui/shared/page-frame.tsx';
import { useWords, WordsProvider } from '../ui/words/words-provider.tsx';
import { AgendaScreen } from './agenda/agenda-screen.tsx';
import { HoldNotices } from './agenda/hold-notices.tsx';
import { type AgendaHandle, useAgenda } from './agenda/use-agenda.ts';
import { type AgendaView, useAgendaModel } from './agenda/use-agenda-model.ts';
import { EarlyNotice } from './early-notice.tsx';
import { LazyScreen } from './lazy-screen.tsx';
import { loadPaneArea } from './pane/load-pane-area.ts';
import { useIsBesideItem } from './pane/use-is-beside-item.ts';
import { loadReleaseNotices } from './lazy-screens.ts';
import { loadAgreeScreen } from './load-agree-screen.ts';
import { type PanelHandle, usePanel } from './panel.ts';
import type { AgendaContext } from './screens.ts';
import type { Services } from './services.ts';
import { losesAgenda, needsPerson } from './session/needs-person.ts';
import type { SessionStore } from './session/session-store.ts';
import { watchRefusals } from './session/watch-refusals.ts';
import { SidePanel } from './side-panel.tsx';
import { useCopy } from './use-copy.ts';
import { useMedia } from './use-media.ts';
import { usePanelFocus } from './use-panel-focus.ts';

export interface ConnectedScreenProps {
  readonly services: Services;
  readonly session: Session;
  readonly sessionStore: SessionStore;
}

interface AgendaAreaProps extends ConnectedScreenProps {
  readonly agenda: AgendaHandle;
  readonly view: AgendaView;
  readonly panels: PanelHandle;
}

function AgendaArea({ services, session, agenda, view, panels }: AgendaAreaProps): ReactNode {
  const words = useWords();
  const { copy, onCopy } = useCopy();
  const { state, store } = agenda;
  const { model } = view;
  const { open, panel } = panels;
  const onBookRoom = useCallback<Parameters<typeof AgendaScreen>[0]['onBookRoom']>(
    (existing) => open({ kind: 'book', existing }),
    [open],
  );
  const onManage = useCallback((event: CalendarEvent) => open({ kind: 'bookings', eventId: event.id }), [open]);
  const onFix = useCallback<Parameters<typeof AgendaScreen>[0]['onFix']>(
    (event, fix, around) => open({ kind: 'fix', event, fix, ...(around ? { around } : {}) }),
    [open],
  );
  const onRetry = (): void => void store.refresh();
  if (state.phase === 'failed') {
    const { failure, waitUntil } = state;
    if (needsPerson(failure)) {
      const organisation = session.organisation.name;
      const asked = { services, purpose: 'agenda' as const, because: failure, organisation, onAgreed: onRetry };
      return <LazyScreen load={loadAgreeScreen} screenProps={asked} />;
    }
    const { requestId } = failure.details;
    return <AgendaFailed code={failure.code} {...{ requestId, waitUntil, copy, onCopy, onRetry }} />;
  }
  if (state.phase === 'loading' || model === undefined) return <AgendaSkeleton label={words.t('agenda.loading')} />;
  // a hold of the booking that is open here is no leftover
  const isBooking = panel !== undefined && ['book', 'roomNow', 'resume'].includes(panel.kind);
  return (
    <AgendaScreen
      {...{ services, session, store, model, onBookRoom, onManage, onFix }}
      ready={state}
      today={view.today}
      holds={
        <>
          {session.organisation.hasRoomRules && (
            <LazyScreen load={loadReleaseNotices} screenProps={{ services, events: model.whole.events }} isQuiet />
          )}
          {!isBooking && (
            <HoldNotices
              services={services}
              holds={model.holds}
              until={state.until.toZonedDateTime(view.zone).toInstant()}
              onResume={(event, booking) => open({ kind: 'resume', event, booking })}
              onGone={onRetry}
            />
          )}
        </>
      }
    />
  );
}

/** What an open booking knows stays while the agenda is away; events and shifts that may not be shown any more do not. */
function useHeldContext(context: AgendaContext | undefined): AgendaContext | undefined {
  const [held, setHeld] = useState(context);
  if (context !== undefined && context !== held) setHeld(context);
  if (context === undefined && held !== undefined && held.events.length + held.shifts.length > 0) {
    setHeld({ ...held, events: [], shifts: [] });
  }
  return context ?? held;
}

export function ConnectedScreen(props: ConnectedScreenProps): ReactNode {
  const { services, session, sessionStore } = props;
  const outer = useWords();
  const deviceZone = outer.clock.zone;
  const agenda = useAgenda({ services, session, deviceZone, onDoor: sessionStore.close });
  const view = useAgendaModel(agenda.state, services, session, deviceZone);
  const panels = usePanel();
  const { panel, open, close } = panels;
  const context = useHeldContext(view.model?.context);
  const panelServices = useMemo(
    () => watchRefusals(services, (failure) => losesAgenda(failure) && void agenda.store.refresh()),
    [services, agenda.store],
  );
  const isBeside = useIsBesideItem(services.pane);
  const panelRef = usePanelFocus(panel !== undefined);
  const isCovered = useMedia('(max-width: 639.98px)');
  const hourCycle = view.model?.context.mailbox.hourCycle;
  const words = useMemo(() => outer.withClock({ zone: view.zone, hourCycle }), [outer, view.zone, hourCycle]);
  const onDone = (changed: boolean): void => {
    close();
    if (changed) void agenda.store.refresh();
  };
  const agendaArea = <AgendaArea {...props} agenda={agenda} view={view} panels={panels} />;
  return (
    <WordsProvider words={words}>
      <PageFrame
        title={words.t(isBeside ? 'app.name' : 'agenda.title')}
        onBook={view.model === undefined || isBeside ? undefined : () => open({ kind: 'book' })}
        onPlan={view.model === undefined ? undefined : () => open({ kind: 'plan' })}
        onRoomNow={view.model === undefined || isBeside ? undefined : () => open({ kind: 'roomNow' })}
        onBookings={view.model === undefined ? undefined : () => open({ kind: 'bookings' })}
        onWho={view.model === undefined ? undefined : () => open({ kind: 'whoIsIn' })}
        onProfile={() => open({ kind: 'profile' })}
        panelRef={panelRef}
        notice={<EarlyNotice session={session} />}
        isCovered={isCovered}
        panel={
          panel !== undefined && (
            <SidePanel
              {...{ panel, session, onDone, context }}
              services={panelServices}
              onOther={() => panels.replace({ kind: 'book' })}
              onPlanned={(planned, soFar) => panels.replace({ kind: 'book', planned, soFar })}
              onChangeRoom={(existing) => panels.replace({ kind: 'book', existing })}
              onPlan={(about) => panels.replace({ kind: 'plan', ...about })}
              onDisconnected={sessionStore.disconnect}
              onConnected={() => void sessionStore.open()}
            />
          )
        }
      >
        {services.pane === undefined ? (
          agendaArea
        ) : (
          <LazyScreen
            load={loadPaneArea}
            screenProps={{
              ...{ session, context, pane: services.pane, agenda: agendaArea, services: panelServices },
              onAgendaChanged: () => void agenda.store.refresh(),
            }}
          />
        )}
      </PageFrame>
    </WordsProvider>
  );
}
