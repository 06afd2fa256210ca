/** Delta of a calendar's window (fact sheet A5, GDC:api-reference/v1.0/api/event-delta.md; errors GDC:concepts/errors.md). */
import { createStage, type Json, type Stage } from '../stage.ts';

const WINDOW = 'startDateTime=2026-12-12T23:00:00Z&endDateTime=2026-12-15T23:00:00Z';
const event = (subject: string, day: string): object => ({
  subject,
  start: { dateTime: `${day}T09:00:00`, timeZone: 'UTC' },
  end: { dateTime: `${day}T10:00:00`, timeZone: 'UTC' },
});
const values = (json: Json): readonly Json[] => json['value'] as readonly Json[];
const toPath = (link: unknown): string => String(link).replace('https://graph.microsoft.com/v1.0', '');

describe('calendarView/delta', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage();
  });

  const sync = async (first: string, prefer?: string): Promise<{ rows: readonly Json[]; next: string }> => {
    const rows: Json[] = [];
    for (let path = first; ;) {
      const { json, status } = await stage.ask(`GET ${path}`, undefined, prefer === undefined ? {} : { prefer });
      expect(status).toBe(200);
      rows.push(...values(json));
      if (json['@odata.nextLink'] === undefined) return { rows, next: toPath(json['@odata.deltaLink']) };
      path = toPath(json['@odata.nextLink']);
    }
  };

  it('gives the window page by page, then a deltaLink that knows of nothing new [A5]', async () => {
    const seen = await stage.ask(`GET /me/calendarView?${WINDOW}&$top=1000&$select=id`);
    const { rows, next } = await sync(`/me/calendarView/delta?${WINDOW}`, 'odata.maxpagesize=2');
    expect(rows.map(({ id }) => String(id)).sort()).toEqual(
      values(seen.json)
        .map(({ id }) => String(id))
        .sort(),
    );
    expect((await sync(next)).rows).toEqual([]);
  });

  it('then gives what was made, changed and removed, a removal with its reason [A5]', async () => {
    const { next } = await sync(`/me/calendarView/delta()?${WINDOW}`);
    const kept = await stage.ask('POST /me/events', event('New', '2026-12-14'));
    const gone = await stage.ask('POST /me/events', event('Gone', '2026-12-14'));
    await stage.ask(`DELETE /me/events/${String(gone.json['id'])}`);
    const second = await sync(next);
    expect(second.rows).toEqual([
      expect.objectContaining({ id: kept.json['id'], subject: 'New' }),
      { id: gone.json['id'], '@removed': { reason: 'deleted' } },
    ]);
    expect((await sync(second.next)).rows).toEqual([]);
  });

  it('calls removed what changed outside of the window [A5]', async () => {
    const made = await stage.ask('POST /me/events', event('Moves', '2026-12-14'));
    const { next } = await sync(`/me/calendarView/delta?${WINDOW}`);
    await stage.ask(`PATCH /me/events/${String(made.json['id'])}`, event('Moves', '2026-12-20'));
    expect((await sync(next)).rows).toEqual([{ id: made.json['id'], '@removed': { reason: 'deleted' } }]);
  });

  it.each(['$select=id', '$expand=calendar', "$filter=subject eq 'x'", '$orderby=subject', '$top=5', '$search=x'])(
    'takes no %s [A5]',
    async (option) => {
      expect((await stage.ask(`GET /me/calendarView/delta?${WINDOW}&${option}`)).status).toBe(400);
    },
  );

  it('asks for a new sync with 410 where the state is unknown [A5]', async () => {
    const old = await stage.ask('GET /me/calendarView/delta?$deltatoken=999999.0.1');
    expect([old.status, old.json['error']?.['code']]).toEqual([410, 'resyncRequired']);
    const strange = await stage.ask('GET /me/calendarView/delta?$deltatoken=x');
    expect([strange.status, strange.json['error']?.['code']]).toEqual([410, 'syncStateNotFound']);
  });

  it('needs its window [A5]', async () => {
    expect((await stage.ask('GET /me/calendarView/delta')).status).toBe(400);
  });
});
