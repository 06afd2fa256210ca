/** Cuts the text of `Export-Csv`, or of a spreadsheet that saved it again, into rows of fields (RFC 4180). */

export interface CsvRow {
  /** Of the row's beginning; the first line is 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

const countOf = (text: string, part: string): number => text.split(part).length - 1;

/** Which sign parts the fields: said by a `sep=` line, or the one that the head has most of. */
function findDelimiter(head: string): string {
  const bare = head.replaceAll(/"[^"]*"/gu, '');
  return DELIMITERS.reduce((best, sign) => (countOf(bare, sign) > countOf(bare, best) ? sign : best));
}

/** The lines before the head that say nothing of rooms: `#TYPE …` of Windows PowerShell, `sep=;` of Excel, empty ones. */
function skipPreamble(text: string): { readonly at: number; readonly line: number; readonly said?: string } {
  let at = 0;
  let line = 1;
  let said: string | undefined;
  for (;;) {
    const found = /^(?:#TYPE[^\r\n]*|sep=(.)[^\r\n]*|[^\S\r\n]*)(?:\r\n|\r|\n)/iu.exec(text.slice(at, at + 2_000));
    if (found === null) return { at, line, ...(said === undefined ? {} : { said }) };
    said = found[1] ?? said;
    at += found[0].length;
    line += 1;
  }
}

/** A quote may hold delimiters, line ends and doubled quotes; one that never ends takes the rest of the text. Empty lines are left out. */
export function splitCsv(text: string): readonly CsvRow[] {
  const { at: start, line: firstLine, said } = skipPreamble(text);
  const delimiter = said ?? findDelimiter(/^[^\r\n]*/u.exec(text.slice(start))?.[0] ?? '');
  const rows: CsvRow[] = [];
  let fields: string[] = [];
  let field = '';
  let isQuoted = false;
  let line = firstLine;
  let rowLine = firstLine;
  const endRow = (): void => {
    fields.push(field);
    if (fields.some((each) => each.trim() !== '')) rows.push({ line: rowLine, fields });
    [fields, field, rowLine] = [[], '', line];
  };
  for (let at = start; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const isLineEnd = sign === '\n' || (sign === '\r' && text.charAt(at + 1) !== '\n');
    if (isLineEnd) line += 1;
    if (isQuoted) {
      if (sign !== '"') field += sign;
      else if (text.charAt(at + 1) === '"') {
        field += sign;
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && field.trim() === '') [isQuoted, field] = [true, ''];
    else if (sign === delimiter) {
      fields.push(field);
      field = '';
    } else if (isLineEnd) endRow();
    else if (sign !== '\r') field += sign;
  }
  endRow();
  return rows;
}
