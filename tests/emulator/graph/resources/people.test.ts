/** Who matters to somebody: `/me/people` (published metadata: person; permission table: People.Read). */
import { createStage, type Json, type Stage } from '../stage.ts';

const names = ({ json }: { readonly json: Json }): readonly unknown[] =>
  (json['value'] as readonly Json[]).map((person) => person['displayName']);
const addressOf = (person: Json): unknown => person['scoredEmailAddresses']?.[0]?.['address'];

describe('/me/people', () => {
  const stage: Stage = createStage();

  it('has team mates and whom I meet, the most relevant first, ten at a time, and never myself [CSDL]', async () => {
    const answer = await stage.ask('GET /me/people');
    const people = answer.json['value'] as readonly Json[];
    expect(people.length).toBeGreaterThan(3);
    expect(people.length).toBeLessThanOrEqual(10);
    const scores = people.map((person) => Number(person['scoredEmailAddresses']?.[0]?.['relevanceScore']));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(people.map(addressOf)).not.toContain('alex@contoso.example');
    expect(people.slice(0, 5).map(addressOf)).toContain('sam@contoso.example');
  });

  it('has somebody outside whom I meet as an implicit contact [CSDL]', async () => {
    const { json } = await stage.ask('GET /me/people?$top=1000');
    const outside = (json['value'] as readonly Json[]).filter(
      (person) => !String(addressOf(person)).endsWith('@contoso.example'),
    );
    expect(outside.length).toBeGreaterThan(0);
    for (const person of outside)
      expect(person['personType']).toEqual({ class: 'Person', subclass: 'ImplicitContact' });
  });

  it.each([
    ['a first name', 'sam', 1],
    ['in any case, in quotes', '"SAM"', 1],
    ['the beginning of an address', 'sam@con', 1],
    ['what nobody is called', 'zzz', 0],
    ['the middle of a word', 'am', 0],
  ])('finds %s [PERM]', async (_name, search, count) => {
    const answer = await stage.ask(`GET /me/people?$search=${encodeURIComponent(search)}`);
    expect(answer.status).toBe(200);
    expect(answer.json['value']).toHaveLength(count);
  });

  it('reaches the whole directory only where a header asks for it [PERM]', async () => {
    const crowd = createStage({ people: 400 });
    const own = names(await crowd.ask('GET /me/people?$top=1000'));
    const headers = { 'x-peoplequery-querysources': 'Mailbox,Directory' };
    const all = names(await crowd.ask('GET /me/people?$top=1000', undefined, { headers }));
    expect(all.length).toBeGreaterThan(own.length);
    expect(all).toEqual(expect.arrayContaining([...own]));
  });

  it('gives what is selected and no more, page by page [CSDL]', async () => {
    const answer = await stage.ask('GET /me/people?$select=displayName,scoredEmailAddresses&$top=2');
    expect(Object.keys(answer.json['value']?.[0] ?? {}).sort()).toEqual(['displayName', 'id', 'scoredEmailAddresses']);
    const next = String(answer.json['@odata.nextLink']).replace('https://graph.microsoft.com/v1.0', '');
    expect(names(await stage.ask(`GET ${next}`))).not.toEqual(names(answer));
  });

  it('is for who may read people, and has a mailbox [PERM]', async () => {
    const refused = await stage.ask('GET /me/people', undefined, { scopes: ['User.ReadBasic.All', 'User.Read'] });
    expect([refused.status, refused.json['error']?.['code']]).toEqual([403, 'ErrorAccessDenied']);
    expect((await stage.ask('GET /me/people', undefined, { as: 'kim' })).status).toBe(404);
  });
});

describe('/users with $search', () => {
  const stage: Stage = createStage();
  const search = encodeURIComponent('"displayName:sam" OR "mail:robin"');

  it('needs the header for eventual consistency [E3]', async () => {
    const answer = await stage.ask(`GET /users?$search=${search}`);
    expect([answer.status, answer.json['error']?.['code']]).toEqual([400, 'Request_UnsupportedQuery']);
  });

  it('finds words that begin so, in the named properties [E3]', async () => {
    const headers = { consistencylevel: 'eventual' };
    const answer = await stage.ask(`GET /users?$search=${search}&$select=mail`, undefined, { headers });
    const mails = (answer.json['value'] as readonly Json[]).map(({ mail }) => mail);
    expect(mails).toEqual(expect.arrayContaining(['sam@contoso.example', 'robin@contoso.example']));
    expect(mails).not.toContain('alex@contoso.example');
    const wrong = await stage.ask('GET /users?$search="nothing:sam"', undefined, { headers });
    expect(wrong.status).toBe(400);
  });
});
