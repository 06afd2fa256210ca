/** Cuts `text/event-stream` into its messages, however its bytes arrive (WHATWG HTML, section 9.2). */

export interface EventStreamParser {
  /** Takes the next piece and answers the data of each message that it completes. */
  readonly push: (piece: string) => readonly string[];
}

/** Nobody sends us lines without end; whoever does is cut off before memory is full. */
const MAX_PENDING = 1_000_000;

const toData = (line: string): string | undefined => {
  if (line === 'data') return '';
  if (!line.startsWith('data:')) return undefined; // comments, names, ids and retry times say nothing to us
  const text = line.slice('data:'.length);
  return text.startsWith(' ') ? text.slice(1) : text;
};

/** A message ends with an empty line; one that the connection cut off is none. Throws RangeError for a line without end. */
export function createEventStreamParser(): EventStreamParser {
  let rest = '';
  let data: string[] = [];
  let isFirst = true;
  const push = (piece: string): readonly string[] => {
    rest += piece;
    if (isFirst && rest !== '') {
      rest = rest.replace(/^\uFEFF/u, '');
      isFirst = false;
    }
    // a carriage return at the very end may be half of a line end whose other half is still on its way
    const lines = rest.split(/\r\n|\n|\r(?!$)/u);
    rest = lines.pop() ?? '';
    if (rest.length > MAX_PENDING) throw new RangeError('a line without end');
    const messages: string[] = [];
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) messages.push(data.join('\n'));
        data = [];
        continue;
      }
      const text = toData(line);
      if (text !== undefined) data.push(text);
    }
    return messages;
  };
  return { push };
}
