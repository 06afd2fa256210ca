/** Reads a PNG far enough to see its size, and how transparent and how white it is (PNG specification, third edition). */
import { inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Colour type → channels. */
const CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const MOST_PIXELS = 4_000_000;

function* listChunks(bytes) {
  for (let at = 8; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    yield { type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
  }
}

function paeth(left, up, corner) {
  const byLeft = Math.abs(up - corner);
  const byUp = Math.abs(left - corner);
  const byCorner = Math.abs(left + up - corner - corner);
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

function predict(filter, left, up, corner) {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, corner) : 0;
}

function unfilter(raw, height, stride, step) {
  if (raw.length < (stride + 1) * height) throw new RangeError('cut off');
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const [from, to] = [y * (stride + 1), y * stride];
    for (let x = 0; x < stride; x++) {
      const left = x >= step ? out[to + x - step] : 0;
      const up = y > 0 ? out[to + x - stride] : 0;
      const corner = x >= step && y > 0 ? out[to + x - stride - step] : 0;
      out[to + x] = raw[from + 1 + x] + predict(raw[from], left, up, corner);
    }
  }
  return out;
}

const WHITE = 0xffffff;
const pack = (red, green, blue) => (red << 16) | (green << 8) | blue;

/** @returns what tells the colour and the transparency of the pixel that begins at a place */
function createReader(type, flat, palette, transparency) {
  if (type === 3)
    return {
      colour: (at) => pack(palette[flat[at] * 3], palette[flat[at] * 3 + 1], palette[flat[at] * 3 + 2]),
      alpha: (at) => transparency?.[flat[at]] ?? 255,
    };
  if (type === 0 || type === 4)
    return { colour: (at) => pack(flat[at], flat[at], flat[at]), alpha: (at) => (type === 4 ? flat[at + 1] : 255) };
  return {
    colour: (at) => pack(flat[at], flat[at + 1], flat[at + 2]),
    alpha: (at) => (type === 6 ? flat[at + 3] : 255),
  };
}

/**
 * Undefined for what is no PNG, or one that is stored in a way which icons need not be (interlaced, not 8 bits a channel).
 * @param {Uint8Array} file
 * @returns {{ width: number, height: number, clear: number, solid: number, coloured: number } | undefined}
 *   pixels that can't be seen, that can't be seen through, that can be seen and are not white
 */
export function readPng(file) {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(SIGNATURE)) return undefined;
  try {
    const chunks = [...listChunks(bytes)];
    const find = (type) => chunks.find((chunk) => chunk.type === type)?.data;
    const header = find('IHDR');
    const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
    const [depth, type, , , interlace] = header.subarray(8);
    const step = CHANNELS[type];
    if (depth !== 8 || interlace !== 0 || step === undefined || width * height > MOST_PIXELS) return undefined;
    const packed = Buffer.concat(chunks.filter((chunk) => chunk.type === 'IDAT').map(({ data }) => data));
    const flat = unfilter(inflateSync(packed), height, width * step, step);
    const { colour, alpha } = createReader(type, flat, find('PLTE'), find('tRNS'));
    const seen = { width, height, clear: 0, solid: 0, coloured: 0 };
    for (let at = 0; at < flat.length; at += step) {
      const opacity = alpha(at);
      if (opacity === 0) seen.clear++;
      else if (colour(at) !== WHITE) seen.coloured++;
      if (opacity === 255) seen.solid++;
    }
    return seen;
  } catch {
    return undefined; // cut off or damaged
  }
}
