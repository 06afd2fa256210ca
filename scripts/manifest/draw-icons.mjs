/** `npm run icons`: draws every icon of the package from our own SVGs, with the browser that the journeys use. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../find-browser.mjs';
import { product, root } from './product.mjs';

const SMALL = 24;
const TWIN = '--ink: #0b5f56; --band: #c9c8f2;';
const folder = join(root, 'appPackage');

const drawing = (name) => readFileSync(join(folder, `icons/${name}.svg`), 'utf8');
const toMark = (size) => drawing(size <= SMALL ? 'mark-small' : 'mark');

/** Teams cuts the colour icon round: the drawing stays in the middle of its ground. */
const pictures = [
  {
    file: 'color.png',
    size: 192,
    svg: drawing('mark'),
    inner: 104,
    style: `--frame: #d4d3f5; background: ${product.accentColor}`,
  },
  { file: 'color32x32.png', size: 32, svg: drawing('mark') },
  { file: 'outline.png', size: 32, svg: drawing('outline') },
  ...[...product.ribbonIcons, 128].map((size) => ({ file: `icons/icon-${size}.png`, size, svg: toMark(size) })),
  ...[64, 128].map((size) => ({ file: `icons/twin-${size}.png`, size, svg: drawing('mark'), style: TWIN })),
];

const toPage = ({ size, svg, inner = size, style = '' }) => `<!doctype html>
<style>
  html, body { margin: 0; background: transparent }
  main { width: ${size}px; height: ${size}px; display: grid; place-items: center; ${style} }
  svg { width: ${inner}px; height: ${inner}px }
</style>
<main>${svg}</main>`;

const executablePath = await findBrowser();
if (!executablePath) process.exit(1);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--force-color-profile=srgb'] });
try {
  const page = await browser.newPage();
  for (const picture of pictures) {
    const { file, size } = picture;
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(toPage(picture));
    writeFileSync(join(folder, file), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
console.log(`${pictures.length} icons drawn into appPackage`);
