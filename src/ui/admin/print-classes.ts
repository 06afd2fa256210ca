/** What of the page reaches the paper, for parts whose other styles are Fluent's. */
import sheet from './admin-frame.module.css';

export const PRINT = { printed: sheet['printed'], notPrinted: sheet['notPrinted'], step: sheet['step'] } as const;
