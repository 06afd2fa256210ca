/** `npm start`: installs and builds what is missing, then runs the demo (emulator and server) on loopback. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { ensureInstall, requireNode, root } from './ensure-install.mjs';

requireNode();
ensureInstall({ withDev: false });
const { ensureBuild } = await import('./ensure-build.mjs');
await ensureBuild(['web', 'tools']);
const { runDemo } = await import(pathToFileURL(join(root, 'dist/tools/demo.mjs')).href);
await runDemo(process.env, { emulatorOnly: process.argv.includes('--emulator-only') });
