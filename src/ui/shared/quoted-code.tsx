/** The code of a failure and the id of its request, each kept whole and in its own direction, to be quoted to somebody who can help. */
import type { ReactNode } from 'react';
import { Message } from '../words/message.tsx';

export interface QuotedCodeProps {
  readonly code: string;
  readonly requestId?: string | undefined;
}

export function QuotedCode({ code, requestId }: QuotedCodeProps): ReactNode {
  return requestId === undefined ? (
    <Message id="door.code" names={{ code }} />
  ) : (
    <Message id="door.codeAndRequest" names={{ code, request: requestId }} />
  );
}
