import type { ChangedEvent } from '../../../src/domain/agenda/agenda-sources.ts';
import { isNews } from '../../../src/domain/agenda/is-news.ts';

const etags = new Map([
  ['a', 'W/"1"'],
  ['b', 'W/"2"'],
]);
const row = (id: string, about: Partial<ChangedEvent> = {}): ChangedEvent => ({
  ...{ id, etag: etags.get(id), isRemoved: false, isSeries: false },
  ...about,
});
const both = [row('a'), row('b')];

describe('isNews', () => {
  it.each<[string, readonly ChangedEvent[], boolean]>([
    ['nothing at all', [], false],
    ['an event as it is on screen, such as one just booked here', [row('a')], false],
    ['an event that was changed', [row('a', { etag: 'W/"9"' })], true],
    ['an event that is new', [row('c', { etag: 'W/"1"' })], true],
    ['an event that tells no version', [row('a', { etag: undefined })], true],
    ['an event that was removed', [row('a', { isRemoved: true })], true],
    ['an event outside of the window, which counts as removed', [row('z', { isRemoved: true })], false],
    ['a series that was changed', [row('s', { isSeries: true })], true],
  ])('tells of %s whether it is news: %s', (_name, rows, expected) => {
    expect(isNews(rows, { etags, isFirst: false })).toBe(expected);
  });

  it.each<[string, readonly ChangedEvent[], boolean]>([
    ['as it is on screen', both, false],
    ['with a series as such', [...both, row('s', { isSeries: true })], false],
    ['with dates of a series that tell no version', [row('a', { etag: undefined }), row('b')], false],
    ['with a change since it was read', [row('a', { etag: 'W/"9"' }), row('b')], true],
    ['with one more', [...both, row('c')], true],
    ['with one less', [row('a')], true],
  ])('compares the whole window, %s, with what is on screen', (_name, rows, expected) => {
    expect(isNews(rows, { etags, isFirst: true })).toBe(expected);
  });
});
