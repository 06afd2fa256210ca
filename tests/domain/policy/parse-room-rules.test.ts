import { parseRoomRules } from '../../../src/domain/policy/parse-room-rules.ts';

const whole = {
  Address: 'Plain@Contoso.example',
  AutomateProcessing: 'AutoAccept',
  BookingWindowInDays: 180,
  MaximumDurationInMinutes: 1440,
  AllowConflicts: false,
  AllowRecurringMeetings: true,
  ConflictPercentageAllowed: 0,
  MaximumConflictInstances: 0,
  ScheduleOnlyDuringWorkHours: false,
  EnforceCapacity: null,
  EnforceSchedulingHorizon: true,
  AllBookInPolicy: true,
  AllRequestInPolicy: false,
};
const wholeRule = {
  processing: 'AutoAccept',
  bookingWindowDays: 180,
  maxMinutes: 1440,
  allowConflicts: false,
  allowRecurring: true,
  conflictPercent: 0,
  maxConflicts: 0,
  workingHoursOnly: false,
  enforceHorizon: true,
  openToAll: true,
  needsApproval: false,
};
const HEAD = 'PrimarySmtpAddress,AllowConflicts,MaximumDurationInMinutes';

describe('parseRoomRules', () => {
  it.each([
    ['an array', JSON.stringify([whole])],
    ['one object', JSON.stringify(whole, null, 2)],
    ['an array with a byte order mark and space before it', `\uFEFF\r\n  ${JSON.stringify([whole])}\n`],
    ['what came through a pipeline', JSON.stringify({ value: [whole], Count: 1 })],
  ])('reads JSON: %s', (_name, text) => {
    expect(parseRoomRules(text)).toEqual({
      rooms: [{ address: 'plain@contoso.example', rule: wholeRule }],
      problems: [],
      unreadable: false,
    });
  });

  it.each([
    ['commas', `${HEAD}\nroom@x.example,True,60`],
    [
      'semicolons and quotes',
      `"PrimarySmtpAddress";"AllowConflicts";"MaximumDurationInMinutes"\r\n"room@x.example";"True";"60"\r\n`,
    ],
    ['tabs', `${HEAD.replaceAll(',', '\t')}\nroom@x.example\tTRUE\t60`],
    ['a type line and a byte order mark', `\uFEFF#TYPE Selected.Thing\r\n${HEAD}\r\nroom@x.example,True,60`],
    ['a separator line', `sep=;\r\n${HEAD.replaceAll(',', ';')}\r\nroom@x.example;True;60`],
    ['old line ends', `${HEAD}\rroom@x.example,True,60\r`],
    [
      'columns in another order, in capitals, with spaces',
      `MAXIMUM DURATION IN MINUTES,Allow Conflicts,Primary SMTP Address\n60,true,SMTP:room@x.example`,
    ],
    ['a quoted line end and doubled quotes', `Comment,${HEAD}\n"says ""hi"",\nthen more",room@x.example,True,60`],
    ['fewer fields than columns', `${HEAD},EnforceCapacity\nroom@x.example,True,60`],
  ])('reads a table with %s', (_name, text) => {
    expect(parseRoomRules(text)).toEqual({
      rooms: [{ address: 'room@x.example', rule: { allowConflicts: true, maxMinutes: 60 } }],
      problems: [],
      unreadable: false,
    });
  });

  it.each(['Wahr', 'VRAI', 'Verdadero', 'Waar', 'صحيح', '$true', '1', 'yes'])('takes %s for true', (text) => {
    const { rooms } = parseRoomRules(`Address,AllowConflicts\na@x.example,${text}`);
    expect(rooms[0]?.rule.allowConflicts).toBe(true);
  });

  it.each(['Falsch', 'faux', 'Falso', 'Onwaar', 'خطأ', '$false', '0', 'No'])('takes %s for false', (text) => {
    const { rooms } = parseRoomRules(`Address,AllowConflicts\na@x.example,${text}`);
    expect(rooms[0]?.rule.allowConflicts).toBe(false);
  });

  it.each([
    ['1440', 1440],
    ['"1,440"', 1440],
    ['1.440', 1440],
    ['24:00:00', 1440],
    ['1.00:00:00', 1440],
    ['PT24H', 1440],
    ['0', undefined],
    ['Unlimited', undefined],
    ['', undefined],
  ])('reads a longest meeting of %s', (text, minutes) => {
    const { rooms } = parseRoomRules(`Address,AllowConflicts,MaximumDurationInMinutes\na@x.example,false,${text}`);
    expect(rooms[0]?.rule.maxMinutes).toBe(minutes);
  });

  it.each([
    [180, 180],
    ['180.00:00:00', 180],
    [{ Ticks: 1, TotalMinutes: 259_200 }, 180],
  ])('reads a booking window of %j', (value, days) => {
    const { rooms } = parseRoomRules(JSON.stringify({ Address: 'a@x.example', BookingWindowInDays: value }));
    expect(rooms[0]?.rule.bookingWindowDays).toBe(days);
  });

  it.each([2, '2', 'autoaccept', { value: 2, Value: 'AutoAccept' }])('reads %j as AutoAccept', (value) => {
    const { rooms } = parseRoomRules(JSON.stringify({ Address: 'a@x.example', AutomateProcessing: value }));
    expect(rooms[0]?.rule.processing).toBe('AutoAccept');
  });

  it.each([
    [true, false, { openToAll: true, needsApproval: false }],
    [false, true, { openToAll: false, needsApproval: true }],
    [false, false, { openToAll: false, needsApproval: false }],
  ])('reads who may book (%s, %s)', (AllBookInPolicy, AllRequestInPolicy, rule) => {
    const text = JSON.stringify({ Address: 'a@x.example', AllBookInPolicy, AllRequestInPolicy });
    expect(parseRoomRules(text).rooms[0]?.rule).toEqual(rule);
  });

  it('says line by line what it could not take, and takes the rest', () => {
    const text = [
      'Identity,Address,AllowConflicts,BookingWindowInDays',
      'Good,good@x.example,False,180',
      'Boardroom,,False,180',
      'Odd,odd@x.example,maybe,180',
      'Far,far@x.example,False,99999',
      'Good again,GOOD@x.example,True,10',
      'Empty,empty@x.example,,',
      '',
      'Last,last@x.example,True,1',
    ].join('\n');
    const { rooms, problems } = parseRoomRules(text);
    expect(rooms.map(({ address }) => address)).toEqual(['good@x.example', 'last@x.example']);
    expect(problems).toEqual([
      { line: 3, why: 'noAddress', about: 'Boardroom' },
      { line: 4, why: 'badValue', about: 'AllowConflicts' },
      { line: 5, why: 'badValue', about: 'BookingWindowInDays' },
      { line: 6, why: 'twice', about: 'good@x.example' },
      { line: 7, why: 'noRule', about: 'empty@x.example' },
    ]);
  });

  it('finds the address of a room by its name, also at the end of a path', () => {
    const find = (name: string): string | undefined => (name === 'Boardroom' ? 'board@x.example' : undefined);
    const { rooms } = parseRoomRules('Identity,AllowConflicts\ncontoso.example/Rooms/Boardroom,True', find);
    expect(rooms[0]?.address).toBe('board@x.example');
  });

  it.each(['', 'hello', '{"a":', '[]', '[1,2]', 'null', '{"__proto__":{"x":1}}x', 'a,b,c\n1,2,3', '"', '\u0000\u0000'])(
    'says that %j is nothing it understands',
    (text) => {
      expect(parseRoomRules(text)).toMatchObject({ rooms: [], unreadable: true });
    },
  );

  it('is not taken in by names of the language itself', () => {
    const text =
      '{"__proto__":{"Address":"evil@x.example"},"constructor":1,"Address":"a@x.example","AllowConflicts":true}';
    expect(parseRoomRules(text).rooms).toEqual([{ address: 'a@x.example', rule: { allowConflicts: true } }]);
  });

  it('reads 10,000 lines, and says which were too many', () => {
    const lines = Array.from({ length: 10_002 }, (_, index) => `room${index}@x.example,False,60`);
    const { rooms, problems } = parseRoomRules([HEAD, ...lines].join('\n'));
    expect(rooms).toHaveLength(10_000);
    expect(problems).toEqual([
      { line: 10_002, why: 'tooMany' },
      { line: 10_003, why: 'tooMany' },
    ]);
  });

  it('takes an unclosed quote for the rest of the text, and ends', () => {
    const { rooms } = parseRoomRules(`${HEAD}\ngood@x.example,True,60\n"bad@x.example,True,60\nmore@x.example,True,5`);
    expect(rooms.map(({ address }) => address)).toEqual(['good@x.example']);
  });
});
