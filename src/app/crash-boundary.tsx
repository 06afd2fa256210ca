/** Catches what no screen expected, so that a mistake of ours is a readable page and not a white one. */
import { Component, type ReactNode } from 'react';
import { ActionButton } from '../ui/shared/action-button.tsx';
import { PageFrame } from '../ui/shared/page-frame.tsx';
import { StatePage } from '../ui/shared/state-page.tsx';
import { useWords } from '../ui/words/words-provider.tsx';

function Crashed(): ReactNode {
  const words = useWords();
  const reload = (
    <ActionButton appearance="primary" onPress={() => location.reload()}>
      {words.t('app.reload')}
    </ActionButton>
  );
  return (
    <PageFrame title={words.t('app.name')}>
      <StatePage title={words.t('app.crashed.title')} actions={reload}>
        <div role="alert">{words.t('app.crashed.detail')}</div>
      </StatePage>
    </PageFrame>
  );
}

export interface CrashBoundaryProps {
  /** What stands there instead; unless said, a page of its own. */
  readonly instead?: ReactNode;
  readonly children: ReactNode;
}

/** React offers no function that catches: the one class on the page. */
export class CrashBoundary extends Component<CrashBoundaryProps, { readonly hasCrashed: boolean }> {
  override readonly state = { hasCrashed: false };

  static getDerivedStateFromError(): { readonly hasCrashed: boolean } {
    return { hasCrashed: true };
  }

  override render(): ReactNode {
    return this.state.hasCrashed ? (this.props.instead ?? <Crashed />) : this.props.children;
  }
}
