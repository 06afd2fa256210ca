/** Recurrences of the work plan (fact sheet D2: POST to recurrences, PUT and never PATCH, CSDL annotations). */
import { createStage, type Json } from '../stage.ts';

const HOME = '/me/settings/workHoursAndLocations';
const VIEW = `${HOME}/occurrencesView(startDateTime='2026-12-05T00:00:00Z',endDateTime='2026-12-20T00:00:00Z')`;
const saturdays = (workLocationType: string): object => ({
  start: { dateTime: '2026-12-05T10:00:00', timeZone: 'Europe/Berlin' },
  end: { dateTime: '2026-12-05T12:00:00', timeZone: 'Europe/Berlin' },
  workLocationType,
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['saturday'], firstDayOfWeek: 'monday' },
    range: { type: 'numbered', startDate: '2026-12-05', numberOfOccurrences: 2, recurrenceTimeZone: 'Europe/Berlin' },
  },
});

describe('recurrences of the work plan', () => {
  const stage = createStage();
  const listOf = async (id: unknown): Promise<unknown[]> => {
    const { json } = await stage.ask(`GET ${VIEW}`, undefined, { prefer: 'outlook.timezone="UTC"' });
    const own = (json['value'] as readonly Json[]).filter(({ recurrenceId }) => recurrenceId === id);
    return own.map(({ start, workLocationType }) => [start?.['dateTime'], workLocationType]);
  };

  it('come with their occurrences, change with PUT, and take them along [D2]', async () => {
    const made = await stage.ask(`POST ${HOME}/recurrences`, saturdays('remote'));
    expect(made.status).toBe(201);
    const { id } = made.json;
    expect(await listOf(id)).toEqual([
      ['2026-12-05T09:00:00.0000000', 'remote'],
      ['2026-12-12T09:00:00.0000000', 'remote'],
    ]);
    const path = `${HOME}/recurrences/${String(id)}`;
    expect((await stage.ask(`PATCH ${path}`, saturdays('office'))).status).toBe(405);
    expect((await stage.ask(`PUT ${path}`, saturdays('office'))).status).toBe(200);
    expect((await listOf(id)).map((one) => (one as unknown[])[1])).toEqual(['office', 'office']);
    expect((await stage.ask(`DELETE ${path}`)).status).toBe(204);
    expect(await listOf(id)).toEqual([]);
    expect((await stage.ask(`DELETE ${path}`)).status).toBe(404);
  });

  it('are of places, not of time off [D2]', async () => {
    expect((await stage.ask(`POST ${HOME}/recurrences`, saturdays('timeOff'))).status).toBe(400);
  });
});
