import { createViewport } from '../../../src/app/agenda/viewport.ts';

type Report = (entries: readonly Partial<IntersectionObserverEntry>[]) => void;

function watch(): { readonly report: Report; readonly watched: Set<Element> } {
  const watched = new Set<Element>();
  let tell: Report = () => {};
  class Observer {
    constructor(onChange: Report) {
      tell = onChange;
    }
    observe = (element: Element): void => void watched.add(element);
    unobserve = (element: Element): void => void watched.delete(element);
    disconnect = (): void => watched.clear();
  }
  Object.assign(globalThis, { IntersectionObserver: Observer });
  return { watched, report: (entries) => tell(entries) };
}

function makeElement(id: string): HTMLElement {
  const element = document.createElement('div');
  element.dataset['block'] = id;
  document.body.append(element);
  return element;
}

describe('createViewport', () => {
  it('keeps the height of a piece that left the screen', () => {
    const { report } = watch();
    const viewport = createViewport();
    const element = makeElement('a');
    viewport.place('a')(element);
    viewport.start();
    report([{ target: element, isIntersecting: false, boundingClientRect: { height: 321 } as DOMRect }]);
    expect(viewport.get('a')).toEqual({ isNear: false, heightPx: 321 });
    report([{ target: element, isIntersecting: true }]);
    expect(viewport.get('a')).toEqual({ isNear: true });
  });

  it('never takes away the piece that has the focus', () => {
    const { report } = watch();
    const viewport = createViewport();
    const element = makeElement('a');
    const button = document.createElement('button');
    element.append(button);
    button.focus();
    viewport.place('a')(element);
    viewport.start();
    report([{ target: element, isIntersecting: false, boundingClientRect: { height: 1 } as DOMRect }]);
    expect(viewport.get('a')).toEqual({ isNear: true });
  });

  it('watches the element that stands in the place now', () => {
    const { watched } = watch();
    const viewport = createViewport();
    viewport.start();
    const [first, second] = [makeElement('a'), makeElement('a')];
    viewport.place('a')(first);
    viewport.place('a')(null);
    viewport.place('a')(second);
    expect([...watched]).toEqual([second]);
  });

  it('hands out the same place for the same piece, so that nothing is attached twice', () => {
    const viewport = createViewport();
    expect(viewport.place('a')).toBe(viewport.place('a'));
  });
});
