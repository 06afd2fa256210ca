/** For somebody who chose not to connect: nothing is read, and the way back is one button. */
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { ActionButton } from './action-button.tsx';
import { StatePage } from './state-page.tsx';

export function QuietState(props: { readonly onConnect: () => void }): ReactNode {
  const words = useWords();
  return (
    <StatePage
      title={words.t('quiet.title')}
      actions={
        <ActionButton appearance="primary" onPress={props.onConnect}>
          {words.t('quiet.connect')}
        </ActionButton>
      }
    >
      <div>{words.t('quiet.detail')}</div>
    </StatePage>
  );
}
