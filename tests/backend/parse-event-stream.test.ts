import { createEventStreamParser } from '../../src/backend/parse-event-stream.ts';

const STREAM =
  '\uFEFF: hello\r\nevent: step\r\ndata: {"a":1}\r\n\r\ndata: one\r\ndata:two\r\n\r\nid: 4\rdata: three\r\rdata: cut off';
const MESSAGES = ['{"a":1}', 'one\ntwo', 'three'];

function parse(pieces: readonly string[]): readonly string[] {
  const parser = createEventStreamParser();
  return pieces.flatMap((piece) => parser.push(piece));
}

describe('createEventStreamParser', () => {
  it('answers each whole message, and none that the connection cut off', () => {
    expect(parse([STREAM])).toEqual(MESSAGES);
  });

  it.each(Array.from({ length: STREAM.length - 1 }, (_, index) => index + 1))(
    'reads the same when the stream is cut at character %i',
    (at) => {
      expect(parse([STREAM.slice(0, at), STREAM.slice(at)])).toEqual(MESSAGES);
    },
  );

  it('reads the same letter by letter', () => {
    expect(parse([...STREAM])).toEqual(MESSAGES);
  });

  it('takes one blank after the colon away, not more, and lets data be empty', () => {
    expect(parse(['data:  x\n\n', 'data\n\n', '\n\n'])).toEqual([' x', '']);
  });

  it('gives up on a line without end', () => {
    expect(() => parse([`data: ${'x'.repeat(1_000_001)}`])).toThrow(RangeError);
  });
});
