import { parseJson } from '../../../emulator/http/parse-json.ts';

describe('parseJson', () => {
  it.each([
    ['an object', '{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}'],
    ['a name that looks like a mark', '{"{":1,"a":"\\"a\\":2,{"}'],
    ['a text as a whole', '"a:b"'],
    ['a hundred levels', `${'['.repeat(100)}${']'.repeat(100)}`],
    ['equal texts that are no names', '{"a":"x","b":"x","c":["x","x"]}'],
  ])('takes %s', (_name, text) => {
    expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  it.each([
    ['a name twice', '{"a":1,"a":2}'],
    ['a name twice, spelled with an escape', '{"a":1,"\\u0061":2}'],
    ['a name twice deep inside', '{"x":[{"a":{"b":1,"c":2,"b":3}}]}'],
    ['a hundred and one levels', `${'['.repeat(101)}${']'.repeat(101)}`],
    ['so many levels that writing them overflows', `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`],
    ['broken text', '{"a":'],
    ['nothing', ''],
  ])('refuses %s', (_name, text) => {
    expect(parseJson(text)).toEqual({ ok: false });
  });
});
