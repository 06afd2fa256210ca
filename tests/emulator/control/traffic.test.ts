/** The record of Graph calls, as it is read from outside. */
import { JSON_HEADERS, openEmulator, type EmulatorClient } from '../../support/emulator-client.ts';

let client: EmulatorClient;
beforeAll(async () => {
  client = await openEmulator();
});
afterAll(() => client.emulator.close());
beforeEach(() => client.emulator.reset());

describe('GET /emulator/traffic', () => {
  const read = async (query = ''): Promise<Record<string, unknown>[]> =>
    (await client.control(`traffic${query}`, undefined, 'GET')).text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));

  it('holds a call as it came and as it was answered', async () => {
    await client.send(
      'GET',
      '/v1.0/me?$select=id,displayName',
      undefined,
      await client.asAlex({ Prefer: 'outlook.timezone="UTC"' }),
    );
    expect(await read()).toEqual([
      {
        method: 'GET',
        url: '/v1.0/me?$select=id,displayName',
        requestHeaders: expect.objectContaining({ prefer: 'outlook.timezone="UTC"' }),
        status: 200,
        responseHeaders: expect.objectContaining({ 'request-id': expect.any(String) }),
        responseBody: expect.objectContaining({ id: expect.any(String) }),
      },
    ]);
  });

  it('leaves out preflights, refusals and faults, also a batch with a fault inside, unless all is asked for', async () => {
    const headers = await client.asAlex(JSON_HEADERS);
    await client.send('OPTIONS', '/v1.0/me');
    await client.send('GET', '/v1.0/nothing', undefined, headers);
    await client.control('faults', [
      { match: { path: '/v1.0/me' }, answer: { status: 200, body: {} }, times: 1 },
      { match: { path: '/v1.0/me/calendars' }, answer: { status: 429 }, times: 1 },
    ]);
    await client.send('GET', '/v1.0/me', undefined, headers);
    await client.send(
      'POST',
      '/v1.0/$batch',
      { requests: [{ id: '1', method: 'GET', url: '/me/calendars' }] },
      headers,
    );
    expect(await read()).toEqual([]);
    expect((await read('?all=1')).map((line) => [line['url'], line['status']])).toEqual([
      ['/v1.0/nothing', expect.any(Number)],
      ['/v1.0/me', 200],
      ['/v1.0/$batch', 200],
    ]);
  });

  it('holds long answers whole and in order, also when it is read again', async () => {
    await client.control('reset', { rooms: 300 });
    const headers = await client.asAlex();
    const answers: unknown[] = [];
    for (const skip of [0, 100, 200]) {
      const { body } = await client.send('GET', `/v1.0/places/microsoft.graph.room?$skip=${skip}`, undefined, headers);
      answers.push(body);
      await client.send('GET', '/v1.0/me', undefined, headers);
    }
    for (let round = 0; round < 2; round += 1) {
      const lines = await read();
      expect(lines).toHaveLength(6);
      expect(lines.filter((_line, index) => index % 2 === 0).map((line) => line['responseBody'])).toEqual(answers);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });

  it('is emptied by DELETE and by a reset', async () => {
    for (const empty of [() => client.control('traffic', undefined, 'DELETE'), () => client.control('reset', {})]) {
      await client.send('GET', '/v1.0/me', undefined, await client.asAlex());
      expect(await read()).toHaveLength(1);
      await empty();
      expect(await read()).toEqual([]);
    }
  });
});
