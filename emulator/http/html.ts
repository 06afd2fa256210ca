/** Writes HTML: values are escaped where they are put in, markup made by `html` is not escaped twice. */

export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | readonly Markup[] | undefined;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark);

function toText(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map((one) => one.text).join('');
  return escape(String(part));
}

export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.map((text, i) => text + toText(parts[i])).join(''));

/** Data for a script on the page, in a block that the browser does not run. */
export const jsonBlock = (id: string, value: unknown): Markup =>
  new Markup(
    `<script type="application/json" id="${escape(id)}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`,
  );
