import { createSelfSigned } from '../../support/self-signed.ts';
import { expectProblem } from '../problem.ts';
import { startApp } from '../running-app.ts';

describe('a secret', () => {
  it.each(['the old one', 'the new one'])('B12 is taken while Entra knows two: %s', async (secret) => {
    const app = await startApp({
      env: { ENTRA_CLIENT_SECRET: secret },
      secrets: ['the new one', 'the old one'],
    });
    const token = await app.token();
    await app.connect(token);
    expect((await app.call('/graph/v1.0/me', { token })).status).toBe(200);
    await app.close();
  });
});

describe('a certificate instead of a secret', () => {
  it.each([
    ['as it is', (pem: string) => pem],
    ['in one line, as container platforms hand it over', (pem: string) => pem.replaceAll('\n', '\\n')],
  ])('proves who we are to Entra, %s', async (_name, write) => {
    const { certificate, privateKey } = createSelfSigned();
    const env = { ENTRA_CLIENT_SECRET: '', ENTRA_CLIENT_CERTIFICATE: write(certificate + privateKey) };
    const app = await startApp({ env, certificates: [certificate] });
    const token = await app.token();
    await app.connect(token);
    expect((await app.call('/graph/v1.0/me', { token })).status).toBe(200);
    await app.close();
  });

  it('B11 that Entra does not know is our fault, said to an operator, and no reason to sign in again', async () => {
    const own = createSelfSigned();
    const env = { ENTRA_CLIENT_SECRET: '', ENTRA_CLIENT_CERTIFICATE: own.privateKey + own.certificate };
    const app = await startApp({ env, certificates: [createSelfSigned().certificate] });
    const token = await app.token();
    await app.connect(token);
    expectProblem(await app.call('/graph/v1.0/me', { token }), 503, 'upstream_unavailable');
    expect(app.lines.join('')).toContain('entra_refuses_the_app');
    await app.close();
  });
});
