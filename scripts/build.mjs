/** `npm run build`: the pages and the server, ready for `npm run serve`. */
import { ensureInstall, requireNode } from './ensure-install.mjs';

requireNode();
ensureInstall({ withDev: false });
const { ensureBuild } = await import('./ensure-build.mjs');
await ensureBuild();
