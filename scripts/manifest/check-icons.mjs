/** Checks every icon that a package names: that it is there, a PNG, of its size, and as solid or transparent as its place asks. */
import { readPng } from './read-png.mjs';

const isDrawing = ({ width, height, clear }) => clear > 0 && clear < width * height;

/** A drawing used in two places, or checked again, is taken apart once. */
const pictures = new Map();
function readOnce(bytes) {
  const key = Buffer.from(bytes).toString('latin1');
  if (!pictures.has(key)) pictures.set(key, readPng(bytes));
  return pictures.get(key);
}

/** Microsoft: app icons. Outlook's ribbon may be light or dark, so the ground of its icons must not be painted. */
const LOOKS = {
  solid: [({ width, height, solid }) => solid === width * height, 'has transparent pixels; it must be a full square'],
  outline: [(picture) => isDrawing(picture) && picture.coloured === 0, 'must be white on transparent and nothing else'],
  ribbon: [isDrawing, 'must be a drawing on a transparent ground'],
};

/** @param {{ path: string, size: number, look: 'solid' | 'outline' | 'ribbon', bytes: Uint8Array | undefined }} icon */
export function checkIcon({ path, size, look, bytes }) {
  if (bytes === undefined) return [`${path}: the icon is missing`];
  const picture = readOnce(bytes);
  if (picture === undefined) return [`${path}: is no PNG of 8 bits a channel without interlacing`];
  const { width, height } = picture;
  if (width !== size || height !== size) return [`${path}: is ${width} × ${height} pixels, must be ${size} × ${size}`];
  const [isGood, problem] = LOOKS[look];
  return isGood(picture) ? [] : [`${path}: ${problem}`];
}

/** The three pictures inside of the package. */
export function listPackageIcons({ icons = {} }) {
  return [
    { path: icons.color, size: 192, look: 'solid' },
    { path: icons.outline, size: 32, look: 'outline' },
    { path: icons.color32x32, size: 32, look: 'ribbon' },
  ].filter(({ path }) => typeof path === 'string');
}
