/** An administrator's steps on the page of the test, for journeys; and what the server and the mailboxes say meanwhile. */
import type { Frame, Locator } from 'playwright-core';
import type { Stage } from './stage.ts';

type ServerCall = (method: string, path: string, options?: ServerOptions) => Promise<Readonly<Record<string, unknown>>>;

interface ServerOptions {
  readonly body?: unknown;
  readonly person?: string;
}

/** Our server's API in somebody's name; changes of the integration overwrite what is there. */
export const createServerCall =
  (stage: Stage): ServerCall =>
  async (method, path, { body, person = 'robin' } = {}) => {
    const order = { person, audience: 'app' };
    const { token } = (await stage.control('POST', '/emulator/tokens', order)) as { token: string };
    const answer = await fetch(`${stage.serverUrl}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', 'If-Match': '*', Authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? {} : ((await answer.json()) as Record<string, unknown>);
  };

/** Ids of all that the mailboxes hold. */
export async function listHeld(stage: Stage, names: readonly string[]): Promise<readonly string[]> {
  const lists = await Promise.all(
    names.map(async (name) => {
      const path = `/emulator/mailboxes/${name}@contoso.example/events`;
      const { value } = (await stage.control('GET', path)) as { value: readonly { readonly id: string }[] };
      return value.map(({ id }) => `${name} ${id}`);
    }),
  );
  return lists.flat().sort();
}

const REPORT = 'First run';

export const stepRow = (tab: Frame, step: string, report = REPORT): Locator =>
  tab.getByRole('list', { name: report, exact: true }).locator(`[data-step="${step}"]`);

/** Runs the test with a room of Contoso and waits for its end. */
export async function runTest(tab: Frame, room = 'plain'): Promise<void> {
  await tab.getByRole('combobox', { name: 'Room for the test' }).fill(`${room}@contoso.example`);
  await tab.getByRole('button', { name: /^Run the test/ }).click();
  await tab.locator('[aria-busy="false"]').waitFor({ timeout: 60_000 });
}

export interface ShownStep {
  readonly step: string;
  readonly state: string;
  readonly text: string;
}

export const readSteps = (tab: Frame, report = REPORT): Promise<readonly ShownStep[]> =>
  tab
    .getByRole('list', { name: report, exact: true })
    .locator('[data-step]')
    .evaluateAll((rows) =>
      rows.map((row) => ({
        step: row.getAttribute('data-step') ?? '',
        state: row.getAttribute('data-state') ?? '',
        text: (row as HTMLElement).innerText,
      })),
    );

/** Steps in one of these states. */
export const listIn = (steps: readonly ShownStep[], ...states: readonly string[]): readonly string[] =>
  steps.filter(({ state }) => states.includes(state)).map(({ step }) => step);
