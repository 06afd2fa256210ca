/** Asks axe, in a real browser with its colours and sizes, whether what stands in a frame can be used by everybody. */
import { readFileSync } from 'node:fs';
import type * as axeCore from 'axe-core';
import type { Frame } from 'playwright-core';

const SOURCE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

declare const globalThis: { readonly axe: typeof axeCore };

/** Rule and place of each mistake. Tabster's focus catchers are left out: they hand the focus on at once. */
export async function findMistakes(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(SOURCE);
  return frame.evaluate(async () => {
    const { violations } = await globalThis.axe.run({ exclude: ['[data-tabster-dummy]'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}
