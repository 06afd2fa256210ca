/** @jest-environment jsdom */
import { keepFocus } from '../../../src/app/agenda/keep-focus.ts';

const toRow = (key: string): string => `<li data-entry="${key}"><button>${key}</button><button>more</button></li>`;
const show = (...keys: readonly string[]): void => {
  document.body.innerHTML = `<button id="out">out</button><ul>${keys.map(toRow).join('')}</ul>`;
};
const find = (key: string): HTMLElement =>
  document.querySelector(`li[data-entry="${key}"]`) ?? document.createElement('li');
const focusOn = (key: string): void => find(key).querySelector('button')?.focus();
/** Mutations are told after the script that made them. */
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
const readFocus = (): string => document.activeElement?.textContent ?? '';

beforeAll(keepFocus);

describe('keepFocus', () => {
  it.each([
    ['the event below one that is deleted elsewhere', 'b', 'c'],
    ['the event above where it was the last', 'c', 'b'],
  ])('goes to %s', async (_name, gone, expected) => {
    show('a', 'b', 'c');
    focusOn(gone);
    find(gone).remove();
    await settle();
    expect(readFocus()).toBe(expected);
  });

  it('follows an event to another day', async () => {
    show('a', 'b', 'c');
    focusOn('b');
    find('b').remove();
    document.querySelector('ul')?.insertAdjacentHTML('beforeend', toRow('b'));
    await settle();
    expect(document.activeElement?.closest('li')).toBe(find('b'));
  });

  it('stays on the event where only its own button went', async () => {
    show('a', 'b');
    const [, more] = find('b').querySelectorAll('button');
    more?.focus();
    more?.remove();
    await settle();
    expect(readFocus()).toBe('b');
  });

  it('leaves the focus alone where the person let go of the row, or went elsewhere', async () => {
    show('a', 'b');
    focusOn('b');
    (document.activeElement as HTMLElement).blur();
    await settle();
    find('b').remove();
    await settle();
    expect(document.activeElement).toBe(document.body);
    show('a', 'b');
    focusOn('b');
    document.getElementById('out')?.focus();
    find('b').remove();
    await settle();
    expect(readFocus()).toBe('out');
  });
});
