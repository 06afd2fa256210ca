/** The place beside the agenda; what opens in it comes with the first one. */
import type { ReactNode } from 'react';
import { ActionButton } from '../ui/shared/action-button.tsx';
import { Notice } from '../ui/shared/notice.tsx';
import { useWords } from '../ui/words/words-provider.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { LazyScreen, type LoadScreen } from './lazy-screen.tsx';
import type { SidePanelProps } from './panel-screen.tsx';

const loadPanelScreen: LoadScreen<SidePanelProps> = async () =>
  (await import(/* webpackChunkName: "panel" */ './panel-screen.tsx')).PanelScreen;

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
      <LazyScreen load={loadPanelScreen} screenProps={props} />
    </CrashBoundary>
  );
}
