import { searchBytes, toIndex } from '../../../scripts/evidence/search-bytes.mjs';

const SUBJECT = 'Roster planning for next month';
const index = toIndex([
  { kind: 'subject', word: SUBJECT },
  { kind: 'address', word: 'alex@contoso.example' },
  { kind: 'person', word: 'Freya Sørensen' },
  { kind: 'room', word: 'Lobby' },
  { kind: 'room', word: '2.01 Oak' },
  { kind: 'secret', word: 'a "quoted" \\ secret' },
]);
const find = (...parts: readonly (string | Buffer)[]): string[] =>
  searchBytes(Buffer.concat(parts.map((part) => Buffer.from(part))), index);
const token = (): string =>
  [{ alg: 'RS256' }, { sub: 'planted' }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');

describe('searchBytes', () => {
  it.each<[form: string, bytes: string | Buffer, kind: string]>([
    ['as text', `x${SUBJECT}x`, 'subject'],
    ['in capitals', SUBJECT.toUpperCase(), 'subject'],
    ['as the last bytes', `{"a":"${SUBJECT}`, 'subject'],
    ['in UTF-16', Buffer.from(SUBJECT, 'utf16le'), 'subject'],
    ['percent encoded', 'GET /x?q=alex%40contoso.example', 'address'],
    ['percent encoded in small letters', '/x?q=freya+s%c3%b8rensen', 'person'],
    ['escaped for JSON', '"Freya S\\u00f8rensen"', 'person'],
    ['quoted for JSON', JSON.stringify({ a: 'a "quoted" \\ secret' }), 'secret'],
    ['in base64', Buffer.from(`:"${SUBJECT}"}`).toString('base64'), 'subject'],
    ['in base64, one byte on', Buffer.from(`: "${SUBJECT}"}`).toString('base64'), 'subject'],
    ['in base64url, two bytes on', Buffer.from(`:  "${SUBJECT}"}`).toString('base64url'), 'subject'],
    ['as a short word of its own', 'room=Lobby&', 'room'],
  ])('C23 finds a word %s', (_form, bytes, kind) => {
    expect(find('noise before ', bytes)).toEqual([kind]);
  });

  it('C23 finds any signed token, also encoded once more and in UTF-16', () => {
    const told = [
      token(),
      Buffer.from(token(), 'utf16le'),
      ...[0, 1, 2].map((n) => Buffer.from(' '.repeat(n) + token()).toString('base64')),
    ];
    expect(told.map((one) => find('noise ', one))).toEqual(told.map(() => ['token']));
  });

  it('C23 names each kind once, and only the kinds', () => {
    expect(find(SUBJECT, ' ', SUBJECT, ' alex@contoso.example').sort()).toEqual(['address', 'subject']);
  });

  it('C23 does not take a short word inside of a longer one, other words, or an id for a find', () => {
    expect(find('the lobbyist eyJ 12.01 oaks /graph/v1.0/me/calendarView keyJoin ', token().slice(0, 12))).toEqual([]);
    expect(find('')).toEqual([]);
  });
});
