/** Reads ordered faults. */
import type { Fault, FaultOrder } from './faults.ts';
import { fail, findFlag, findMembers, findText, findWhole, requireObject, requireText } from './read-members.ts';

function parseFaultHeaders(value: unknown, at: string): Record<string, string> {
  const headers = findMembers(value, at) ?? {};
  return Object.fromEntries(
    Object.entries(headers).map(([name, one]) => {
      const isName = /^[\w!#$%&'*+.^`|~-]+$/.test(name);
      const isValue = (typeof one === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(one)) || typeof one === 'number';
      return isName && isValue ? [name, String(one)] : fail(`${at}.${name} is no header.`);
    }),
  );
}

function parseOrder(value: unknown, at: string): FaultOrder {
  const known = ['status', 'headers', 'body', 'delayMs', 'hang', 'cut', 'carriedOut'];
  const given = requireObject(value, at, known);
  const flags = Object.fromEntries(
    (['hang', 'cut', 'carriedOut'] as const).map((name) => [name, findFlag(given[name], `${at}.${name}`) ?? false]),
  );
  const isAnswered = flags['hang'] !== true && flags['cut'] !== true;
  const status = findWhole(given['status'], `${at}.status`, 200, 599);
  if (status === undefined && isAnswered) return fail(`${at}.status must be given.`);
  return {
    status: status ?? 503,
    headers: parseFaultHeaders(given['headers'], `${at}.headers`),
    ...(given['body'] === undefined ? {} : { body: given['body'] }),
    delayMs: findWhole(given['delayMs'], `${at}.delayMs`, 0, 600_000) ?? 0,
    ...flags,
  };
}

export function parseFaults(value: unknown): readonly Fault[] {
  if (!Array.isArray(value)) return fail('The body must be a list of faults.');
  return value.map((one: unknown, i) => {
    const given = requireObject(one, `[${i}]`, ['match', 'answer', 'times']);
    const match = requireObject(given['match'], `[${i}].match`, ['method', 'path']);
    const path = requireText(match['path'], `[${i}].match.path`);
    if (!path.startsWith('/') || path.includes('?')) fail(`[${i}].match.path must be a pathname.`);
    const method = findText(match['method'], `[${i}].match.method`);
    return {
      match: { path, ...(method === undefined ? {} : { method }) },
      answer: parseOrder(given['answer'], `[${i}].answer`),
      times: findWhole(given['times'], `[${i}].times`, 1, 1_000_000) ?? 1,
    };
  });
}
