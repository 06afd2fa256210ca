/** The code and request id of a failure, to be quoted to somebody who can help. */
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { ActionButton } from './action-button.tsx';
import { QuotedCode } from './quoted-code.tsx';
import styles from './copyable-code.module.css';

/** `blocked`: the host does not let pages write to the clipboard. */
export type CopyState = 'idle' | 'copied' | 'blocked';

export interface CopyableCodeProps {
  readonly code: string;
  readonly requestId?: string | undefined;
  readonly copy: CopyState;
  readonly onCopy: (text: string) => void;
}

export function CopyableCode(props: CopyableCodeProps): ReactNode {
  const words = useWords();
  const { code, requestId } = props;
  const text =
    requestId === undefined
      ? words.t('door.code', { code })
      : words.t('door.codeAndRequest', { code, request: requestId });
  return (
    <div className={styles.root}>
      <span className={styles.code}>
        <QuotedCode {...{ code, requestId }} />
      </span>
      <ActionButton appearance="subtle" onPress={() => props.onCopy(text)}>
        {words.t('action.copy')}
      </ActionButton>
      <span role="status">
        {props.copy === 'copied' && words.t('action.copied')}
        {props.copy === 'blocked' && words.t('action.copyFailed')}
      </span>
    </div>
  );
}
