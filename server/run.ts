/** `npm run serve`: the server as a process of its own. */
import { startServer } from './main.ts';

try {
  const server = await startServer(process.env);
  let closing = false;
  const close = (): void => {
    if (closing) return;
    closing = true;
    void server.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
  // one request's fault must not end everybody's
  process.on('unhandledRejection', (error) => server.log.failure('internal', '', error));
  process.on('uncaughtException', (error) => server.log.failure('internal', '', error));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The server could not start.'}\n`);
  process.exit(1);
}
