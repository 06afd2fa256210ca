/** A failure within a card: what is wrong, who can mend it, and the code to quote. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Failure } from '../../domain/failure.ts';
import { useWords } from '../words/words-provider.tsx';
import { describeFailure } from './failure-words.ts';
import { QuotedCode } from './quoted-code.tsx';

const useStyles = makeStyles({
  code: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

export function FailureLine(props: { readonly failure: Failure; readonly organisation?: string }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { code, details } = props.failure;
  const { what, who } = describeFailure(code, words, props.organisation);
  return (
    <>
      <span>
        {what} {who}
      </span>
      <span className={styles.code}>
        <QuotedCode code={code} requestId={details.requestId} />
      </span>
    </>
  );
}
