/** A part of one of Office.js' own types: what the stub has must be there, and be as Microsoft's typing says. */

/** Numbered enumerations can be assigned numbers, and the other way round: only this tells them apart. */
type IsNumber<T> = (<G>() => G extends T ? 1 : 2) extends <G>() => G extends number ? 1 : 2 ? true : false;

type Method = (...args: never[]) => unknown;

/** An enumeration's texts must be those of the typing; where it numbers them, the real script has texts all the same. */
export type StubOf<T> = T extends string
  ? `${T}`
  : T extends number
    ? IsNumber<T> extends true
      ? T
      : string
    : T extends boolean | null | undefined | Date | Method
      ? T
      : T extends readonly (infer One)[]
        ? StubOf<One>[]
        : { readonly [Member in keyof T]?: StubOf<T[Member]> };
