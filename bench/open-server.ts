/** The real server with one tenant's door open, as a process of its own for the measurements. */
import { startServer } from '../server/main.ts';
import { openDoor } from '../tests/support/open-door.ts';

const tenantId = process.env['BENCH_TENANT'] ?? '';
const server = await startServer(process.env, {
  beforeListen: (store) => openDoor(store, { tenantId, organisation: 'Bench' }),
});
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
console.log('listening');
