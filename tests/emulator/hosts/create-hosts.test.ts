/** The host pages asked over HTTP; what runs inside of them is driven in a browser by the journeys. */
import { startTinyEntra, type TinyEntra } from '../../support/tiny-entra.ts';
import { TINY_APP } from '../../support/tiny-world.ts';

let entra: TinyEntra;
let hosts: string;
beforeAll(async () => {
  entra = await startTinyEntra();
  hosts = entra.url.replace('localhost', '127.0.0.1');
});
afterAll(() => entra.close());

const visit = (url: string): Promise<Response> => fetch(url, { redirect: 'manual' });

describe('createHosts', () => {
  it.each(['/', '/teams?person=ann&locale=nl-NL', '/outlook?person=ann&item=a%2Fb&mode=compose'])(
    'moves %s from localhost to 127.0.0.1 as it is [I]',
    async (path) => {
      const answer = await visit(entra.url + path);
      expect(answer.status).toBe(302);
      expect(answer.headers.get('location')).toBe(hosts + path);
    },
  );

  it('lists everybody by name on the start page [I]', async () => {
    const page = await (await visit(`${hosts}/`)).text();
    for (const name of ['ann Tiny', 'boss Tiny', 'stranger Tiny']) expect(page).toContain(name);
  });

  it("frames the tab's origin and nothing else, and is framed by nobody [H1]", async () => {
    const answer = await visit(`${hosts}/teams?person=ann`);
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain(`frame-src ${TINY_APP.url};`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("script-src 'self'");
  });

  it.each([
    ['person', 'nobody'],
    ['device', 'fridge'],
    ['theme', 'pink'],
    ['theme', 'constructor'],
    ['locale', 'not a locale'],
    ['nested', 'maybe'],
  ])('says which parameter it does not understand: %s=%s [I]', async (name, value) => {
    for (const host of ['teams', 'outlook']) {
      const query = new URLSearchParams({ person: 'ann', [name]: value });
      const answer = await visit(`${hosts}/${host}?${query}`);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain(`<li>${name}:`);
    }
  });

  it('shows what was asked as text, never as markup [H1]', async () => {
    const page = await (await visit(`${hosts}/teams?person=%3Cimg%20src%3Dx%3E`)).text();
    expect(page).not.toContain('<img');
    const settings = await (await visit(`${hosts}/teams?person=ann&subPageId=%3C/script%3E%3Cimg%3E`)).text();
    expect(settings).not.toContain('<img');
  });

  it('takes default for the light theme, as Teams calls it [I1]', async () => {
    const page = await (await visit(`${hosts}/teams?person=ann&theme=default`)).text();
    expect(page).toContain('data-theme="light"');
  });

  it("frames the pane's origin in Outlook [H1]", async () => {
    const answer = await visit(`${hosts}/outlook?person=ann&mode=read`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain(`frame-src ${TINY_APP.url};`);
    expect(await answer.text()).toContain(`${TINY_APP.url}/pane`);
  });

  it.each([
    ['mode=write', '<li>mode:'],
    ['item=AAMkelsewhere', '<li>item:'],
  ])('says what Outlook cannot open: %s [H3]', async (query, problem) => {
    const answer = await visit(`${hosts}/outlook?person=ann&${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(problem);
  });

  it('follows a link into the app to the page that it names, and none into another app [H2]', async () => {
    const context = encodeURIComponent('{"subEntityId":"rooms"}');
    const link = `/l/entity/${TINY_APP.clientId}/agenda?webUrl=x&context=${context}&person=ann`;
    expect((await visit(hosts + link)).headers.get('location')).toBe('/teams?person=ann&subPageId=rooms');
    expect((await visit(`${hosts}/l/entity/other/agenda`)).status).toBe(400);
  });

  it.each([
    ['teams', '/teams?person=ann&theme=dark'],
    ['outlook', '/outlook?person=ann&theme=dark'],
    ['browser', `${TINY_APP.url}/tab`],
  ])('leads from the start page to %s [I]', async (host, location) => {
    const answer = await visit(`${hosts}/open?person=ann&host=${host}&theme=dark`);
    expect(answer.headers.get('location')).toBe(location);
  });

  it.each(['hosts/teams-host.js', 'hosts/outlook-host.js', 'office.js'])(
    'serves %s as one script that the browser can run [I]',
    async (path) => {
      const script = await (await visit(`${hosts}/${path}`)).text();
      // parses, and needs nothing that only the server's bundle has
      expect(() => new Function(script)).not.toThrow();
      expect(script).not.toMatch(/\b(require|_interop|import)\b/);
    },
  );
});
