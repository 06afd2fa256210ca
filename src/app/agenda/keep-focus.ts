/** Keeps the focus in the list when what had it goes away: to the same event elsewhere, else to the one beside it. */

const ROW = 'li[data-entry]';

interface Place {
  readonly row: HTMLElement;
  /** Of the row and those around it, in the order of the list. */
  readonly keys: readonly string[];
  readonly at: number;
}

const toKey = (row: HTMLElement): string => row.dataset['entry'] ?? '';
const listRows = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(ROW)];

function findPlace(element: Element | null): Place | undefined {
  const row = element?.closest<HTMLElement>(ROW) ?? undefined;
  if (row === undefined) return undefined;
  const rows = listRows();
  return { row, keys: rows.map(toKey), at: rows.indexOf(row) };
}

/** The event itself where it stands now, else the next one below, else the one above. */
function findHeir({ row, keys, at }: Place): HTMLElement | undefined {
  const rows = listRows();
  const byKey = new Map(rows.map((one) => [toKey(one), one]));
  const wanted = [...keys.slice(at), ...keys.slice(0, at).reverse()];
  return row.isConnected ? row : wanted.map((key) => byKey.get(key)).find((found) => found !== undefined);
}

function start(page: Document): void {
  let place = findPlace(page.activeElement);
  const onChange = (): void => {
    const { activeElement, body } = page;
    if (activeElement !== null && activeElement !== body) place = findPlace(activeElement);
    else if (place !== undefined) findHeir(place)?.querySelector('button')?.focus({ preventScroll: true });
  };
  addEventListener('focusin', ({ target }) => {
    place = findPlace(target as Element);
  });
  addEventListener('focusout', ({ target, relatedTarget }) => {
    // a press on nothing lets go of the row; an element that is taken away does not mean to
    queueMicrotask(() => {
      if (relatedTarget === null && (target as Element).isConnected) place = undefined;
    });
  });
  new MutationObserver(onChange).observe(page.body, { childList: true, subtree: true });
}

let isKeeping = false;

/** For as long as the page is; once is enough. */
export function keepFocus(): void {
  if (!isKeeping) start(document);
  isKeeping = true;
}
