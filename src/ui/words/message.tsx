/** A message whose names and subjects are isolated from the direction of the sentence around them. */
import { Fragment, type ReactNode } from 'react';
import type { MessageKey, MessageValues } from './message-key.ts';
import { useWords } from './words-provider.tsx';

/** Private-use characters stand for the names while the sentence is made, so that a name can't be mistaken for one. */
const FIRST_MARK = 0xe000;

export interface MessageProps {
  readonly id: MessageKey;
  readonly values?: MessageValues;
  /** Values that came from outside: shown as text, each within `<bdi>`. */
  readonly names: Readonly<Record<string, string>>;
}

export function Message({ id, values, names }: MessageProps): ReactNode {
  const { t } = useWords();
  const keys = Object.keys(names);
  const marks = Object.fromEntries(keys.map((key, index) => [key, String.fromCharCode(FIRST_MARK + index)]));
  const pieces = t(id, { ...values, ...marks }).split(/([\ue000-\ue0ff])/u);
  return pieces.map((piece, index) => {
    const key = keys[piece.charCodeAt(0) - FIRST_MARK];
    return <Fragment key={index}>{key === undefined ? piece : <bdi>{names[key]}</bdi>}</Fragment>;
  });
}
