/** Waits until Office.js has come and has met its host, and gives back to the page what that script takes away. */
import { Failure } from '../domain/failure.ts';

export type OfficeApi = typeof Office;

/** What the script's element tells. */
export type OfficeScript = Pick<HTMLScriptElement, 'addEventListener'>;

export interface OfficeNeeds {
  /** Undefined while the script has not run. */
  readonly findOffice: () => OfficeApi | undefined;
  readonly script: OfficeScript | null;
  /** The page's own, of which Office.js empties two methods (platform facts H3). */
  readonly history: object;
  /** Told once where Office.js or its host takes its time; what comes late is taken all the same. */
  readonly onSlow: (failure: Failure) => void;
  readonly slowMs?: number;
}

/** With the time that a page needs to say so, readable within two seconds. */
const SLOW_MS = 1_500;
/** Older ones can neither convert ids nor tell of another item. */
const LEAST_MAILBOX = '1.5';

/** Undefined while the script has not run. */
export function findOffice(): OfficeApi | undefined {
  return (globalThis as { readonly Office?: OfficeApi }).Office;
}

/** Resolves once the script has run, whatever is around the page. */
export async function loadOffice({
  findOffice,
  script,
}: Pick<OfficeNeeds, 'findOffice' | 'script'>): Promise<OfficeApi> {
  const early = findOffice();
  if (early !== undefined) return early;
  if (script === null) throw new Failure('host_missing', { path: 'no script of Office.js' });
  await new Promise<void>((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Failure('host_missing', { path: 'Office.js was not loaded' })));
  });
  const office = findOffice();
  if (office === undefined) throw new Failure('host_missing', { path: 'Office.js without Office' });
  return office;
}

/** The methods themselves live on the prototype: what covers them there is taken away. */
export function restoreHistory(history: object): void {
  Reflect.deleteProperty(history, 'pushState');
  Reflect.deleteProperty(history, 'replaceState');
}

async function meetHost(needs: OfficeNeeds): Promise<OfficeApi> {
  const office = await loadOffice(needs);
  restoreHistory(needs.history);
  const { host } = await office.onReady();
  restoreHistory(needs.history);
  // the script answers without a host where nothing of Office is around the page
  if (String(host ?? '') !== 'Outlook') throw new Failure('host_missing', { path: 'not in Outlook' });
  if (!office.context.requirements.isSetSupported('Mailbox', LEAST_MAILBOX)) throw new Failure('host_outdated');
  return office;
}

/** Throws `host_missing` (no script, or no Outlook around the page) and `host_outdated`. */
export async function openOffice(needs: OfficeNeeds): Promise<OfficeApi> {
  const { onSlow, slowMs = SLOW_MS } = needs;
  const timer = setTimeout(() => onSlow(new Failure('timeout', { path: 'Office.js' })), slowMs);
  try {
    return await meetHost(needs);
  } finally {
    clearTimeout(timer);
  }
}
