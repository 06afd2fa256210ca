/** The questions that Microsoft shows to a person during a journey: counted, and answered. */
import type { Page } from 'playwright-core';
import type { Visitor } from './stage.ts';

/** Counts the questions that Microsoft shows: the host's dialog and windows of their own. */
export function countPrompts({ page, context }: Visitor): () => Promise<number> {
  let windows = 0;
  context.on('page', () => (windows += 1));
  return async () => windows + ((await page.locator('dialog[open]').count()) > 0 ? 1 : 0);
}

/** In the host's dialog where the host signs in (nested), in a window of Entra otherwise. */
export async function answerMicrosoft(
  visitor: Visitor,
  nested: 'on' | 'off',
  wish: 'Accept' | 'Cancel',
  press: () => Promise<void>,
) {
  const popup = nested === 'off' ? visitor.context.waitForEvent('page') : undefined;
  await press();
  const page: Page = popup === undefined ? visitor.page : await popup;
  if (nested === 'off') {
    const account = page.getByRole('button', { name: /Alex/ });
    const answer = page.getByRole('button', { name: wish, exact: true });
    await account.or(answer).first().waitFor();
    if (await account.first().isVisible()) await account.first().click();
  }
  const shown = nested === 'off' ? page.locator('body') : page.locator('dialog[open]');
  await shown.getByRole('button', { name: wish, exact: true }).waitFor();
  const said = await shown.innerText();
  await shown.getByRole('button', { name: wish, exact: true }).click();
  return said;
}
