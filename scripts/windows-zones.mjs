/** Writes src/domain/time/windows-zones.ts from the package windows-iana (CLDR): run it after an update of the package. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { WINDOWS_TO_IANA_MAP } = createRequire(import.meta.url)('windows-iana');
const rows = WINDOWS_TO_IANA_MAP.filter((row) => row.territory === '001')
  .map((row) => [row.windowsName, row.iana[0]])
  .sort(([a], [b]) => (a < b ? -1 : 1));

const quote = (text) => `'${text.replaceAll("'", "\\'")}'`;
const lines = rows.map(([windows, iana]) => `  [${quote(windows)}, ${quote(iana)}],`);
writeFileSync(
  new URL('../src/domain/time/windows-zones.ts', import.meta.url),
  `/** Windows zone names and their IANA zone by CLDR (territory 001). Written by scripts/windows-zones.mjs, not by hand. */
export const WINDOWS_ZONES: ReadonlyMap<string, string> = new Map([
${lines.join('\n')}
]);
`,
);
