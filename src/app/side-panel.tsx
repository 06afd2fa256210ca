/** The screen that is open beside the agenda. */
import type { ReactNode } from 'react';
import type { Session } from '../domain/contract/session.ts';
import { ActionButton } from '../ui/shared/action-button.tsx';
import { Notice } from '../ui/shared/notice.tsx';
import { useWords } from '../ui/words/words-provider.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { LazyScreen } from './lazy-screen.tsx';
import { loadBookScreen, loadProfileScreen, loadResumeScreen } from './lazy-screens.ts';
import type { Panel } from './panel.ts';
import type { AgendaContext } from './screens.ts';
import type { Services } from './services.ts';

export interface SidePanelProps {
  readonly panel: Panel;
  readonly services: Services;
  readonly session: Session;
  /** Known once the agenda was read; booking waits for it. */
  readonly context: AgendaContext | undefined;
  readonly onDone: (changed: boolean) => void;
  readonly onDisconnected: () => void;
  readonly onConnected: () => void;
}

function PanelScreen(props: SidePanelProps): ReactNode {
  const { panel, services, session, context, onDone } = props;
  if (panel.kind === 'profile') {
    const { onDisconnected, onConnected } = props;
    const onClose = (): void => onDone(false);
    return (
      <LazyScreen load={loadProfileScreen} screenProps={{ services, session, onDisconnected, onConnected, onClose }} />
    );
  }
  if (context === undefined) return null;
  if (panel.kind === 'resume') {
    const { event, booking } = panel;
    return <LazyScreen load={loadResumeScreen} screenProps={{ services, context, event, booking, onDone }} />;
  }
  const existing = panel.existing === undefined ? {} : { existing: panel.existing };
  return <LazyScreen load={loadBookScreen} screenProps={{ services, session, context, onDone, ...existing }} />;
}

/** A mistake of ours in here leaves the agenda as it is. */
export function SidePanel(props: SidePanelProps): ReactNode {
  const words = useWords();
  const close = <ActionButton onPress={() => props.onDone(true)}>{words.t('action.close')}</ActionButton>;
  const crashed = (
    <Notice intent="error" actions={close}>
      {words.t('screen.crashed')}
    </Notice>
  );
  return (
    <CrashBoundary key={props.panel.kind} instead={crashed}>
      <PanelScreen {...props} />
    </CrashBoundary>
  );
}
