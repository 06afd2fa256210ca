/** The real server with one tenant's door open, as a process of its own for the measurements. */
import { startServer } from '../server/main.ts';
import { openDoor } from '../server/store/open-door.ts';

const server = await startServer(process.env, { beforeListen: openDoor });
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
console.log('listening');
