/** `npm run doctor -- --url https://…`: one line for each thing, what to do where it is wrong, and 1 as exit code then. */
import 'temporal-polyfill/global';
import { readFileSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { parseArgs } from 'node:util';
import { createHttpClient } from '../../server/http-client.ts';
import { createShowCredential } from './check-credential.ts';
import { askPostgres } from './check-database.ts';
import { readPackageTexts } from './check-manifests.ts';
import { diagnose } from './diagnose.ts';
import { toLine } from './finding.ts';

const USE =
  'Use: npm run doctor -- --url https://office-shifts.example.com [--env-file <file>] [--tenant <id>] [--registration <file>] [--package <folder>]';

function readArguments() {
  const text = { type: 'string' } as const;
  const options = { url: text, 'env-file': text, tenant: text, registration: text, package: text };
  const { values } = parseArgs({ options });
  if (values.url === undefined || !URL.canParse(values.url))
    throw new Error('--url must be the address that people reach.');
  if (values['env-file'] !== undefined) loadEnvFile(values['env-file']);
  const registration = values.registration && readFileSync(values.registration, 'utf8');
  return { ...values, url: new URL(values.url), registration };
}

async function main(): Promise<number> {
  const { url, tenant, registration, package: folder = 'dist/package' } = readArguments();
  const client = createHttpClient({ maxSockets: 8 });
  const findings = await diagnose({
    ...{ env: process.env, url, tenantId: tenant, registration, packageTexts: readPackageTexts(folder) },
    ...{ fetch, now: Date.now, askDatabase: askPostgres },
    createShow: (config) => createShowCredential(config, client.send),
  });
  client.close();
  for (const finding of findings) console.log(toLine(finding));
  return findings.some(({ state }) => state === 'fail') ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  // of the arguments alone: whatever a check can meet, it says itself
  console.error(error instanceof Error ? error.message.split('\n')[0] : 'The arguments can not be read.');
  console.error(USE);
  process.exitCode = 2;
}
