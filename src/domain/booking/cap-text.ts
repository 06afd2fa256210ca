/** Shortens text to what Graph takes, without tearing a character of two code units apart. */

/** At most `max` UTF-16 code units, as the limits are counted. */
export function capText(text: string, max: number): string {
  const capped = text.slice(0, max);
  return capped.length < text.length ? capped.replace(/[\uD800-\uDBFF]$/, '') : capped;
}
