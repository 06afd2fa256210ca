export interface Word {
  readonly kind: string;
  readonly word: string;
}
export interface Index {
  readonly filled: Uint8Array;
}
export function toIndex(words: readonly Word[]): Index;
/** The kinds that lie in these bytes. */
export function searchBytes(bytes: Buffer, index: Index): string[];
