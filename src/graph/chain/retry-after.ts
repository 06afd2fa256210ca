/** Reads how long the other side asks to wait. */

/**
 * Milliseconds to wait, from seconds (fractions allowed) or an HTTP date; `undefined` for what is absent, negative or
 * garbage. An HTTP date is compared with the `Date` of the same answer, where there is one, for our clock may be wrong.
 */
export function toRetryAfterMs(
  value: string | null | undefined,
  date: string | null | undefined,
  nowMs: number,
): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  if (!/^[A-Za-z]{3},? /.test(text)) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) return undefined;
  const from = Date.parse(date ?? '');
  return Math.max(0, at - (Number.isNaN(from) ? nowMs : from));
}
