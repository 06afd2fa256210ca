import fc from 'fast-check';
import { parseHoldMark, type HoldMark } from '../../../src/domain/booking/hold-mark.ts';
import { fitsHoldMark, writeHoldMark } from '../../../src/domain/booking/write-hold-mark.ts';
import { sampleInvitee } from '../samples/sample-booking.ts';

const mark: HoldMark = {
  subject: 'Design review “v2” 😀',
  people: [
    sampleInvitee('sam@contoso.example'),
    sampleInvitee('robin@contoso.example', { kind: 'optional', name: '' }),
  ],
  online: true,
  room: { address: 'boardroom@contoso.example', name: 'Boardroom' },
  startedAt: '2026-11-24T09:00:00Z',
  existing: true,
  previousLocation: { name: 'Gate 2' },
};

describe('writeHoldMark', () => {
  it('is undone by parseHoldMark', () => {
    expect(parseHoldMark(writeHoldMark(mark))).toEqual(mark);
    const without = { ...mark, people: [], existing: false, previousLocation: undefined };
    expect(parseHoldMark(writeHoldMark(without))).toEqual(without);
  });

  it('keeps 499 people with long names by their addresses and kinds alone, in order', () => {
    const people = Array.from({ length: 499 }, (_, index) =>
      sampleInvitee(`firstname.lastname${index}@department${index % 3}.contoso.example`, {
        name: `Firstname Lastname ${index} ${'(Department of long names) '.repeat(5)}`,
        kind: index % 7 === 0 ? 'optional' : 'required',
      }),
    );
    const text = writeHoldMark({ ...mark, people });
    expect(text.length).toBeLessThanOrEqual(32_000);
    expect(parseHoldMark(text)).toEqual({ ...mark, people: people.map((person) => ({ ...person, name: '' })) });
  });

  it('fits whatever fitsHoldMark lets through, even with the worst subject, room and place', () => {
    const worst = '\u0001'.repeat(256);
    const people = Array.from({ length: 499 }, (_, index) =>
      sampleInvitee(`${'x'.repeat(38)}${index}@contoso.example`),
    );
    expect(fitsHoldMark(people)).toBe(true);
    const text = writeHoldMark({
      ...mark,
      people,
      subject: worst.slice(1),
      room: { address: `${'x'.repeat(300)}@contoso.example`, name: worst },
      previousLocation: { name: worst, address: `${'x'.repeat(300)}@contoso.example` },
    });
    expect(parseHoldMark(text)?.people).toHaveLength(499);
  });

  it('refuses, without repeating anything of it, what can not fit', () => {
    const people = Array.from({ length: 499 }, (_, index) =>
      sampleInvitee(`${'x'.repeat(90)}${index}@contoso.example`),
    );
    expect(fitsHoldMark(people)).toBe(false);
    expect(() => writeHoldMark({ ...mark, people })).toThrow(/^hold mark too long$/);
  });
});

describe('parseHoldMark', () => {
  it.each([
    ['an emptied mark', ''],
    ['no JSON', '{"v":1'],
    ['other JSON', '[]'],
    ['null', 'null'],
    ['a later version', JSON.stringify({ ...mark, v: 2 })],
    ['no version', JSON.stringify(mark)],
    ['a missing field', JSON.stringify({ ...mark, v: 1, room: undefined })],
    ['people that are none', JSON.stringify({ ...mark, v: 1, people: 'sam' })],
    ['a time that is none', JSON.stringify({ ...mark, v: 1, startedAt: 'yesterday' })],
  ])('finds nothing in %s', (_, text) => {
    expect(parseHoldMark(text)).toBeUndefined();
  });

  it('leaves Object.prototype alone', () => {
    const text = `{"__proto__":{"polluted":1},${writeHoldMark(mark).slice(1)}`;
    expect(parseHoldMark(text)).toEqual(mark);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => expect(parseHoldMark(text)).toBeUndefined()));
  });

  it('drops packed people that it can not read, and keeps the others', () => {
    const people = { domains: ['contoso.example'], kinds: 'rr', addresses: 'sam@0 robin@7' };
    expect(parseHoldMark(JSON.stringify({ ...mark, v: 1, people }))?.people).toEqual([
      { name: '', address: 'sam@contoso.example', kind: 'required' },
    ]);
  });
});
