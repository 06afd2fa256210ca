/** What the doctor says of one thing: well, doubtful or wrong, and then what to do. No value of the environment is ever repeated. */

export interface Finding {
  readonly about: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly text: string;
}

export const ok = (about: string, text: string): Finding => ({ about, state: 'ok', text });
export const warn = (about: string, text: string): Finding => ({ about, state: 'warn', text });
export const fail = (about: string, text: string): Finding => ({ about, state: 'fail', text });

/** Good where nothing is wrong; else everything that is, in one line. */
export const judge = (about: string, problems: readonly string[], good: string): Finding =>
  problems.length === 0 ? ok(about, good) : fail(about, problems.join(' '));

/** Characters that would break the line, or move the cursor of whoever reads it, are left out. */
export const toLine = ({ about, state, text }: Finding): string =>
  `${state.padEnd(5)}${about.padEnd(15)}${text.replaceAll(/[\p{Cc}\s]+/gu, ' ')}`;
