import { isCompleteAddress, parsePeople } from '../../../src/ui/booking/parse-people.ts';

const addresses = (text: string): readonly string[] => parsePeople(text).people.map(({ address }) => address);

describe('parsePeople', () => {
  it.each([
    ['one address', 'sam@contoso.example', ['sam@contoso.example']],
    ['blanks around it', '  sam@contoso.example ', ['sam@contoso.example']],
    ['semicolons', 'sam@a.example; jo@b.example', ['sam@a.example', 'jo@b.example']],
    [
      'commas and line ends',
      'sam@a.example,jo@b.example\r\nkim@c.example',
      ['sam@a.example', 'jo@b.example', 'kim@c.example'],
    ],
    ['blanks between addresses', 'sam@a.example jo@b.example', ['sam@a.example', 'jo@b.example']],
    ['a name with a comma in quotes', '"Visser, Sam" <sam@a.example>; jo@b.example', ['sam@a.example', 'jo@b.example']],
    ['a link that was pasted', 'mailto:sam@a.example', ['sam@a.example']],
    ['the same address in another case', 'sam@a.example; SAM@a.example', ['sam@a.example']],
    ['nothing', ' ; , \n', []],
  ])('reads %s', (_name, text, expected) => {
    expect(addresses(text)).toEqual(expected);
  });

  it('takes the name that stands before an address', () => {
    expect(parsePeople('Jo Doe <jo@b.example>').people).toEqual([
      { name: 'Jo Doe', address: 'jo@b.example', kind: 'required' },
    ]);
  });

  it('keeps who is there already and adds nobody twice', () => {
    const known = parsePeople('sam@a.example').people;
    expect(parsePeople('Sam@A.example; jo@b.example', known).people).toHaveLength(2);
  });

  it.each(['jane doe', 'jane@', '@b.example', 'jane@b', 'a@b@c.example', 'jane@b..example', 'jane<script>@b.example'])(
    'gives %s back as typed',
    (text) => {
      expect(parsePeople(`sam@a.example; ${text}`)).toMatchObject({
        people: [{ address: 'sam@a.example' }],
        rejected: [text],
      });
    },
  );
});

describe('isCompleteAddress', () => {
  it('refuses an address longer than can be written', () => {
    expect(isCompleteAddress(`${'a'.repeat(320)}@b.example`)).toBe(false);
  });
});
