/** Tells a page that stands alone in a browser from one inside of a Microsoft 365 host, before anybody is asked. */

export interface PageWindow {
  readonly self: unknown;
  readonly parent: unknown;
  /** Put there by the Teams apps for phones, which show a tab without a frame. */
  readonly nativeInterface?: unknown;
}

/** Whoever opened the window is no host: a link from a portal leads to the same page as a bookmark. */
export function isAlone({ self, parent, nativeInterface }: PageWindow): boolean {
  return self === parent && nativeInterface === undefined;
}
