/** Finds the innermost element that says a sentence, also where parts of it are set apart by their direction. */
export const wholeText =
  (wanted: string) =>
  (_content: string, element: Element | null): boolean =>
    element?.textContent === wanted && [...element.children].every((child) => child.textContent !== wanted);
