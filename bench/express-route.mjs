/** The yardstick: what anybody would write in twenty lines with Express, helmet and jose for the same job. */
import express from 'express';
import helmet from 'helmet';
import { createRemoteJWKSet, jwtVerify } from 'jose';

const { PORT, KEYS_URL, AUDIENCE, UPSTREAM } = process.env;
const keys = createRemoteJWKSet(new URL(KEYS_URL));
const app = express();
app.use(helmet());
app.get('/graph/v1.0/*path', async (request, response) => {
  await jwtVerify(request.headers.authorization.slice(7), keys, { audience: AUDIENCE, algorithms: ['RS256'] });
  const answer = await fetch(UPSTREAM + request.url.slice('/graph'.length), {
    headers: { authorization: 'Bearer fixed' },
  });
  response.status(answer.status).type('application/json');
  response.send(Buffer.from(await answer.arrayBuffer()));
});
app.listen(Number(PORT), '127.0.0.1', () => console.log('listening'));
