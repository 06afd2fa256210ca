/** Keeps the row that has the focus where it stands on the screen when something comes in above it. */

interface Place {
  readonly row: HTMLElement;
  /** From the top of the page, wherever that is scrolled to. */
  readonly top: number;
}

function findPlace(page: Document): Place | undefined {
  const row = page.activeElement?.closest<HTMLElement>('li[data-entry]') ?? undefined;
  return row && { row, top: row.getBoundingClientRect().top + scrollY };
}

function start(page: Document): void {
  let place = findPlace(page);
  const note = (): void => {
    place = findPlace(page);
  };
  const onChange = (): void => {
    const now = findPlace(page);
    if (place !== undefined && now?.row === place.row) {
      const seenAt = place.top - scrollY;
      const moved = now.top - place.top;
      // what is not on the screen is nobody's place
      if (moved !== 0 && seenAt >= 0 && seenAt < innerHeight) scrollBy({ top: moved, behavior: 'instant' });
    }
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
