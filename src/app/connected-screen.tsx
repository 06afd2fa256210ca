/** What a connected person sees: the agenda, and beside it what they opened. */
import { type ReactNode, useCallback, useMemo } from 'react';
import type { Session } from '../domain/contract/session.ts';
import { AgendaFailed } from '../ui/agenda/agenda-failed.tsx';
import { AgendaSkeleton } from '../ui/agenda/agenda-skeleton.tsx';
import { PageFrame } from '../ui/shared/page-frame.tsx';
import { useWords, WordsProvider } from '../ui/words/words-provider.tsx';
import { AgendaScreen } from './agenda/agenda-screen.tsx';
import { HoldNotices } from './agenda/hold-notices.tsx';
import { type AgendaHandle, useAgenda } from './agenda/use-agenda.ts';
import { type AgendaView, useAgendaModel } from './agenda/use-agenda-model.ts';
import { type PanelHandle, usePanel } from './panel.ts';
import type { Services } from './services.ts';
import type { SessionStore } from './session/session-store.ts';
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
  const onRetry = (): void => void store.refresh();
  if (state.phase === 'failed') {
    const { failure, waitUntil } = state;
    const { requestId } = failure.details;
    return <AgendaFailed code={failure.code} {...{ requestId, waitUntil, copy, onCopy, onRetry }} />;
  }
  if (state.phase === 'loading' || model === undefined) return <AgendaSkeleton label={words.t('agenda.loading')} />;
  // a hold of the booking that is open here is no leftover
  const isBooking = panel?.kind === 'book' || panel?.kind === 'resume';
  return (
    <AgendaScreen
      {...{ services, session, store, model, onBookRoom }}
      ready={state}
      today={view.today}
      holds={
        !isBooking && (
          <HoldNotices
            services={services}
            holds={model.holds}
            onResume={(event, booking) => open({ kind: 'resume', event, booking })}
            onGone={onRetry}
          />
        )
      }
    />
  );
}

export function ConnectedScreen(props: ConnectedScreenProps): ReactNode {
  const { services, session, sessionStore } = props;
  const outer = useWords();
  const deviceZone = outer.clock.zone;
  const agenda = useAgenda({ services, session, deviceZone, onDoor: sessionStore.close });
  const view = useAgendaModel(agenda.state, services, session, deviceZone);
  const panels = usePanel();
  const { panel, open, close } = panels;
  const panelRef = usePanelFocus(panel !== undefined);
  const isCovered = useMedia('(max-width: 639.98px)');
  const hourCycle = view.model?.context.mailbox.hourCycle;
  const words = useMemo(() => outer.withClock({ zone: view.zone, hourCycle }), [outer, view.zone, hourCycle]);
  const onDone = (changed: boolean): void => {
    close();
    if (changed) void agenda.store.refresh();
  };
  return (
    <WordsProvider words={words}>
      <PageFrame
        title={words.t('agenda.title')}
        onBook={view.model === undefined ? undefined : () => open({ kind: 'book' })}
        onProfile={() => open({ kind: 'profile' })}
        panelRef={panelRef}
        isCovered={isCovered}
        panel={
          panel !== undefined && (
            <SidePanel
              {...{ panel, services, session, onDone }}
              context={view.model?.context}
              onDisconnected={sessionStore.disconnect}
              onConnected={() => void sessionStore.open()}
            />
          )
        }
      >
        <AgendaArea {...props} agenda={agenda} view={view} panels={panels} />
      </PageFrame>
    </WordsProvider>
  );
}
