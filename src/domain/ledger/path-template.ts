/** Takes everything out of a call's address that tells of a person, an event or a place: what remains is which call it was. */

/** What follows one of these in a path is an id or an address. */
const COLLECTIONS = new Set(
  'events calendars users teams places checkins photos recurrences occurrences messages people shifts chats'.split(' '),
);
/** Functions and casts stand where an id could. */
const NO_ID = /^(delta|microsoft\.graph\.[A-Za-z]+|setCurrentLocation|\$[a-z]+)$/;
const WORD = /^[A-Za-z$][A-Za-z.]{0,50}$/;

function toPlain(segment: string, before: string): string {
  const name = segment.replace(/\(.*/s, '');
  if (COLLECTIONS.has(before.toLowerCase()) && !NO_ID.test(name)) return '{id}';
  if (!WORD.test(name)) return '{id}';
  return name === segment || segment === `${name}()` ? name : `${name}(…)`;
}

/** `path`: as a call has it, or as Graph gave it in a link. The query is left out. */
export function toPathTemplate(path: string): string {
  const [bare = ''] = path.replace(/^https?:\/\/[^/]*/i, '').split(/[?#]/);
  const segments = bare
    .replace(/^\/v1\.0(?=\/)/, '')
    .split('/')
    .filter((segment) => segment !== '');
  return `/${segments.map((segment, index) => toPlain(segment, segments[index - 1] ?? '')).join('/')}`;
}
