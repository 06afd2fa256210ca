/** @jest-environment jsdom */
import { keepPlace } from '../../../src/app/agenda/keep-place.ts';

/** jsdom lays nothing out: each band and each row is 50 px high, and the page scrolls as told. */
const HEIGHT = 50;
let scrolled = 0;

beforeAll(() => {
  Object.defineProperty(window, 'scrollY', { get: () => scrolled });
  window.scrollBy = ((by: ScrollToOptions) => {
    scrolled += by.top ?? 0;
  }) as typeof window.scrollBy;
  Element.prototype.getBoundingClientRect = function (this: Element) {
    const top = [...document.querySelectorAll('.band, li')].indexOf(this) * HEIGHT - scrolled;
    return { top, bottom: top + HEIGHT, height: HEIGHT } as DOMRect;
  };
  keepPlace();
});
beforeEach(() => {
  scrolled = 0;
  document.body.innerHTML = `<button id="out">out</button><main>${['a', 'b', 'c']
    .map((key) => `<li data-entry="${key}"><button>${key}</button></li>`)
    .join('')}</main>`;
});

const focusOn = (key: string): void => document.querySelector<HTMLElement>(`[data-entry="${key}"] button`)?.focus();
const comeIn = (where: InsertPosition): void =>
  document.querySelector('[data-entry="b"]')?.insertAdjacentHTML(where, '<p class="band">Shift</p>');
/** Mutations are told after the script that made them. */
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

describe('keepPlace', () => {
  it('leaves the row that has the focus where it is, whatever comes in above it or goes', async () => {
    focusOn('b');
    comeIn('beforebegin');
    await settle();
    expect(scrolled).toBe(HEIGHT);
    comeIn('beforebegin');
    comeIn('beforebegin');
    await settle();
    expect(scrolled).toBe(3 * HEIGHT);
    document.querySelector('.band')?.remove();
    await settle();
    expect(scrolled).toBe(2 * HEIGHT);
  });

  it('does nothing for what comes in below, and where no row has the focus', async () => {
    focusOn('b');
    comeIn('afterend');
    await settle();
    document.getElementById('out')?.focus();
    comeIn('beforebegin');
    await settle();
    expect(scrolled).toBe(0);
  });

  it('keeps it where the person has scrolled it to, and does nothing for a row away from the screen', async () => {
    focusOn('b');
    scrolled = 20;
    comeIn('beforebegin');
    await settle();
    expect(scrolled).toBe(20 + HEIGHT);
    scrolled = 5_000;
    comeIn('beforebegin');
    await settle();
    expect(scrolled).toBe(5_000);
  });
});
