/** Draws a square of one colour as a JPEG: enough for a photo that somebody must be able to see. */

const QUANTUM = 8;
/** One code of four bits for each length that a difference can have, one of one bit for "nothing more". */
const HUFFMAN_DC = [0x00, 0, 0, 0, 12, ...Array<number>(12).fill(0), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const HUFFMAN_AC = [0x10, 1, ...Array<number>(15).fill(0), 0x00];

const segment = (marker: number, bytes: readonly number[]): number[] => {
  const length = bytes.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...bytes];
};

/** The difference to the block before, as its length and its bits; then the end of the block. */
function toBlock(difference: number): string {
  const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
  const value = difference < 0 ? difference + 2 ** size - 1 : difference;
  return `${size.toString(2).padStart(4, '0')}${size === 0 ? '' : value.toString(2).padStart(size, '0')}0`;
}

function toScan(levels: readonly number[], blocks: number): number[] {
  const first = levels.map(toBlock).join('');
  const bits =
    first +
    levels
      .map(() => toBlock(0))
      .join('')
      .repeat(blocks - 1);
  const bytes = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1').match(/.{8}/g) ?? [];
  // a byte of ones would begin a marker
  return bytes.map((byte) => parseInt(byte, 2)).flatMap((byte) => (byte === 0xff ? [byte, 0] : [byte]));
}

/** `rgb`: 0 to 255 each; `side` in pixels. */
export function drawSolidJpeg(side: number, [red, green, blue]: readonly [number, number, number]): Buffer {
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
  const levels = [luma - 128, (blue - luma) * 0.564, (red - luma) * 0.713].map(Math.round);
  const size = [side >> 8, side & 0xff];
  const components = [1, 2, 3].flatMap((id) => [id, 0x11, 0]);
  return Buffer.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...Array<number>(64).fill(QUANTUM)]),
    ...segment(0xc0, [8, ...size, ...size, 3, ...components]),
    ...segment(0xc4, HUFFMAN_DC),
    ...segment(0xc4, HUFFMAN_AC),
    ...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    ...toScan(levels, Math.ceil(side / 8) ** 2),
    ...[0xff, 0xd9],
  ]);
}
