import { closeSync, existsSync, openSync } from 'node:fs';
import { createLog, createOutput } from '../../../server/telemetry/log.ts';

async function writeMuch(dest: number | string): Promise<void> {
  const log = createLog('info', createOutput(dest));
  for (let line = 0; line < 500; line += 1) log.info('listening', { port: line });
  log.flush();
  await new Promise((resolve) => setTimeout(resolve, 200));
  log.alert('still here');
}

describe('an output that breaks', () => {
  it('B28 stops the log and nothing else: a closed pipe', async () => {
    const fd = openSync('/dev/null', 'r');
    await expect(writeMuch(fd)).resolves.toBeUndefined();
    closeSync(fd);
  });

  // a device that is always full, where the system has one
  if (existsSync('/dev/full'))
    it('B28 stops the log and nothing else: a full disk', async () => {
      await expect(writeMuch('/dev/full')).resolves.toBeUndefined();
    });
});
