/** OData filters. */
import { parseFilter, readPath } from '../../../../emulator/graph/odata/filter.ts';

const EVENT = {
  subject: "Sam's talk",
  isAllDay: false,
  start: { dateTime: '2026-11-23T10:00:00' },
  importance: 'high',
  categories: [],
};
const passes = (text: string): boolean => parseFilter(text, 'event').test((path) => readPath(EVENT, path));

describe('a filter', () => {
  it.each([
    ["subject eq 'Sam''s talk'", true],
    ["subject ne 'x' and importance eq 'high'", true],
    ["subject eq 'x' or isAllDay eq false and importance eq 'low'", false],
    ["(subject eq 'x' or isAllDay eq false) and importance eq 'high'", true],
    ['not (isAllDay eq true)', true],
    ["startswith(subject,'sam')", true],
    ["contains(subject, 'TALK')", true],
    ["endswith(subject,'k') and not startswith(subject,'k')", true],
    ["start/dateTime ge '2026-11-23T10:00:00' and start/dateTime lt '2026-11-23T11:00:00Z'", true],
    ['start/dateTime gt 2026-11-23T10:00:00Z', false],
    ['seriesMasterId eq null', true],
    ["importance ne 'high'", false],
    ["subject ne 'SAM''S TALK'", false],
    ['start ne null', true],
  ])('%s passes: %s', (text, expected) => {
    expect(passes(text)).toBe(expected);
  });

  it.each([
    '',
    'subject',
    'subject eq',
    "subject is 'x'",
    "(subject eq 'x'",
    "subject eq 'x')",
    "subject eq 'x",
    'nothing eq 1',
    "length(subject,'x')",
    'subject eq x',
    "subject constructor 'x'",
    "subject __proto__ 'x'",
    "constructor(subject,'x')",
    "showAs eq 'nope'",
    "showAs eq ''",
    "isAllDay eq 'true'",
    'subject gt 5',
    'importance eq true',
    "reminderMinutesBeforeStart eq '5'",
    "start eq '2026-11-23T10:00:00'",
    "categories eq 'x'",
    "startswith(isAllDay,'t')",
    "contains(start,'2026')",
    `${'('.repeat(200)}isAllDay eq true${')'.repeat(200)}`,
  ])('refuses %s', (text) => {
    expect(() => parseFilter(text, 'event')).toThrow();
  });

  it('tells which properties it uses', () => {
    expect(parseFilter("subject eq 'x' and start/dateTime ge '2026-11-23T10:00:00'", 'event').uses).toEqual([
      { path: 'subject', operator: 'eq' },
      { path: 'start/dateTime', operator: 'ge' },
    ]);
  });
});
