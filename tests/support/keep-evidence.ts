/** Keeps what servers, databases and browsers hold when a test ends, for the search that follows the suite. */
import { randomUUID } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Frame } from 'playwright-core';

type EvidenceKind = 'data' | 'log' | 'postgres' | 'browser';

/** A page that does not answer must not hold the suite. */
const FRAME_MS = 3_000;

/** Nobody does where a single test is run by hand. */
export const isCollecting = (): boolean => (process.env['EVIDENCE_FOLDER'] ?? '') !== '';

function openFolder(kind: EvidenceKind): string | undefined {
  if (!isCollecting()) return undefined;
  const folder = join(process.env['EVIDENCE_FOLDER'] ?? '', kind);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** To be called when the server has let go of its data directory. */
export function keepFolder(dataDir: string): void {
  const folder = openFolder('data');
  if (folder === undefined || !existsSync(dataDir) || readdirSync(dataDir).length === 0) return;
  cpSync(dataDir, join(folder, randomUUID()), { recursive: true });
}

export function keepText(kind: EvidenceKind, text: string): void {
  const folder = openFolder(kind);
  if (folder !== undefined && text !== '') writeFileSync(join(folder, `${randomUUID()}.txt`), text);
}

/** A secret or a word of a test's own that must be found nowhere. It is kept beside the evidence, not in it. */
export function noteSecret(secret: string): void {
  if (isCollecting()) appendFileSync(`${process.env['EVIDENCE_FOLDER'] ?? ''}-secrets.txt`, `${secret}\n`);
}

/** Everything that a page of this origin could read again later. Runs in the browser, so that it is one function. */
async function readStorage(): Promise<unknown> {
  const ask = <Result>(request: IDBRequest<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('unreadable'));
    });
  const readDatabases = async (): Promise<unknown[]> => {
    const rows: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await ask(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const work = database.transaction(store).objectStore(store);
        rows.push({ name, store, keys: await ask(work.getAllKeys()), values: await ask(work.getAll()) });
      }
      database.close();
    }
    return rows;
  };
  const readCaches = async (): Promise<unknown[]> => {
    const rows: unknown[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        rows.push({ url: request.url, body: await (await cache.match(request))?.text() });
    }
    return rows;
  };
  // browsers deny some of it to pages in the frame of another site
  const attempt = (read: () => unknown): Promise<unknown> =>
    Promise.resolve()
      .then(read)
      .catch((error: unknown) => ({ denied: String(error) }));
  return {
    ...{ origin: location.origin, name: window.name, cookie: document.cookie },
    local: await attempt(() => ({ ...localStorage })),
    session: await attempt(() => ({ ...sessionStorage })),
    databases: await attempt(readDatabases),
    caches: await attempt(readCaches),
  };
}

const readFrame = (frame: Frame): Promise<unknown> =>
  Promise.race([
    // a frame may go away meanwhile
    frame.evaluate(readStorage).catch(() => undefined),
    new Promise((done) => setTimeout(done, FRAME_MS).unref()),
  ]);

/** What a page of its own may read there; undefined where the server is gone. */
async function readOrigin(context: BrowserContext, origin: string): Promise<unknown> {
  const page = await context.newPage();
  const isThere = await page.goto(`${origin}/healthz`, { timeout: FRAME_MS }).catch(() => null);
  const found = isThere === null ? undefined : await readFrame(page.mainFrame());
  await page.close();
  return found;
}

/** To be called before the context closes. `origin`: the product's own; what Microsoft's hosts store is theirs. */
export async function keepBrowser(context: BrowserContext, origin: string): Promise<void> {
  if (!isCollecting()) return;
  const frames = context.pages().flatMap((page) => page.frames());
  const own = frames.filter((frame) => frame.url().startsWith(`${origin}/`));
  const found = await Promise.all([...own.map(readFrame), readOrigin(context, origin)]);
  keepText('browser', JSON.stringify({ found, cookies: await context.cookies(origin) }, null, 1));
}
