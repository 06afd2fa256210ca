/** Keeps what tests asked of the emulated Graph, where a folder for it is named, so that it can be held against the published metadata. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** `lines`: exchanges as JSON, one a line. */
export function recordTraffic(name: string, lines: string): void {
  const folder = process.env['TRAFFIC_FOLDER'];
  if (folder === undefined || lines === '') return;
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, `${name}-${process.pid}.jsonl`), lines.endsWith('\n') ? lines : `${lines}\n`);
}
