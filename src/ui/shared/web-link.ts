/** Decides which links of an event may be opened: a calendar's text comes from anybody. */

/** The link as it is opened, or undefined where it is not one of the web (`javascript:`, `file:`, garbage). */
export function toWebLink(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
