/** A subject as it fits into a name or a tooltip; the whole of it stands in the page. */

const MAX_CHARS = 120;

export function toShortSubject(subject: string): string {
  const chars = [...subject.slice(0, MAX_CHARS * 4)];
  return chars.length > MAX_CHARS ? `${chars.slice(0, MAX_CHARS).join('')}…` : chars.join('');
}
