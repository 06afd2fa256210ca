/** Keeps the row that has the focus where it stands on the screen when something comes in above it. */

interface Place {
  readonly row: HTMLElement;
  readonly top: number;
  /** Of the page: whoever scrolls means to. */
  readonly scrolled: number;
}

function findPlace(page: Document): Place | undefined {
  const row = page.activeElement?.closest<HTMLElement>('li[data-entry]') ?? undefined;
  return row && { row, top: row.getBoundingClientRect().top, scrolled: scrollY };
}

function start(page: Document): void {
  let place = findPlace(page);
  const note = (): void => {
    place = findPlace(page);
  };
  const onChange = (): void => {
    const now = findPlace(page);
    const isSame = now !== undefined && now.row === place?.row && now.scrolled === place.scrolled;
    // what is not on the screen is nobody's place
    if (isSame && place !== undefined && place.top >= 0 && place.top < innerHeight && now.top !== place.top)
      scrollBy({ top: now.top - place.top, behavior: 'instant' });
    note();
  };
  addEventListener('focusin', note);
  addEventListener('scroll', note);
  addEventListener('resize', note);
  new MutationObserver(onChange).observe(page.body, { childList: true, subtree: true, characterData: true });
}

let isKeeping = false;

/** For as long as the page is; once is enough. */
export function keepPlace(): void {
  if (!isKeeping) start(document);
  isKeeping = true;
}
