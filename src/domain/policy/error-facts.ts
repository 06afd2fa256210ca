/** What of an error may be written down: its kind, its numbers and its place in the code. */

const toWord = (value: unknown): string | undefined =>
  (typeof value === 'string' && /^[\w.-]{1,64}$/.test(value)) || typeof value === 'number' ? String(value) : undefined;

/** What errors keep where a plain copy doesn't see it. */
const pickHidden = (error: object) => (error instanceof Error ? { name: error.name, stack: error.stack } : {});

/** Messages may quote what people sent, so they are left out; a stack keeps its places only. */
export function toErrorFacts(error: unknown): Record<string, unknown> {
  const facts: Readonly<Record<string, unknown>> =
    typeof error === 'object' && error !== null ? Object.assign({}, error, pickHidden(error)) : {};
  const places =
    typeof facts['stack'] === 'string' ? facts['stack'].split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return {
    name: toWord(facts['name']),
    code: toWord(facts['code']),
    entra: toWord(facts['errorNo']) ?? toWord(facts['errorCode']),
    correlationId: toWord(facts['correlationId']),
    at: places.slice(0, 8).map((line) => line.trim()),
  };
}
