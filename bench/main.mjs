/** `npm run bench`: what is claimed, measured; `npm run bench -- relay` or `-- agenda` for one of them. */
import { ensureInstall, requireNode } from '../scripts/ensure-install.mjs';

requireNode();
ensureInstall({ withDev: true });
const { ensureBuild } = await import('../scripts/ensure-build.mjs');
await ensureBuild();
const only = process.argv[2];
if (only === undefined || only === 'agenda') await (await import('./agenda.mjs')).benchAgenda();
if (only === undefined || only === 'relay') await (await import('./relay.mjs')).benchRelay();
