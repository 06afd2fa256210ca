/** Attendees' copies, their answers and what comes back to the organizer (fact sheet A3, A4, A6). */
import { createStage, type Json, type Stage } from '../graph/stage.ts';

const TIMES = {
  start: { dateTime: '2026-12-15T09:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-12-15T10:00:00', timeZone: 'UTC' },
};
const person = (address: string): object => ({ type: 'required', emailAddress: { address } });

describe('a meeting', () => {
  let stage: Stage;
  let id: string;
  beforeEach(async () => {
    stage = createStage();
    const attendees = [person('sam@contoso.example'), person('robin@contoso.example'), person('jo@fabrikam.example')];
    const made = await stage.ask('POST /me/events', { subject: 'Plan', ...TIMES, attendees, categories: ['Blue'] });
    id = String(made.json['id']);
  });
  const copyOf = async (as: string): Promise<Json | undefined> =>
    (await stage.ask("GET /me/events?$filter=subject eq 'Plan' or subject eq 'Canceled: Plan'", undefined, { as }))
      .json['value']?.[0];
  const original = async (): Promise<Json> => (await stage.ask(`GET /me/events/${id}`)).json;

  it('arrives in each attendee’s mailbox of the tenant, as their own [A3]', async () => {
    const [mine, sams] = [await original(), await copyOf('sam')];
    expect(sams).toMatchObject({
      ...{ isOrganizer: false, iCalUId: mine['iCalUId'], showAs: 'tentative', categories: [] },
      responseStatus: { response: 'notResponded', time: '0001-01-01T00:00:00Z' },
      organizer: { emailAddress: { address: 'alex@contoso.example' } },
    });
    expect(sams?.['id']).not.toBe(mine['id']);
    expect(await copyOf('jo')).toBeUndefined();
  });

  it.each([
    ['accept', 'accepted', 'busy'],
    ['tentativelyAccept', 'tentativelyAccepted', 'tentative'],
  ])('is answered by /%s, and the organizer sees it [A4] [A6]', async (action, response, showAs) => {
    const copy = await copyOf('sam');
    const answer = await stage.ask(
      `POST /me/events/${String(copy?.['id'])}/${action}`,
      { comment: '', sendResponse: true },
      { as: 'sam' },
    );
    expect(answer.status).toBe(202);
    expect(answer.body).toBeUndefined();
    expect(await copyOf('sam')).toMatchObject({ showAs, responseStatus: { response, time: '2026-11-23T05:00:00Z' } });
    expect((await original())['attendees']?.[0]?.['status']).toEqual({ response, time: '2026-11-23T05:00:00Z' });
    expect((await copyOf('robin'))?.['attendees']?.[0]?.['status']?.['response']).toBe(response);
  });

  it('leaves the calendar of the one who declines [A4] [A6]', async () => {
    const copy = await copyOf('sam');
    expect((await stage.ask(`POST /me/events/${String(copy?.['id'])}/decline`, {}, { as: 'sam' })).status).toBe(202);
    expect(await copyOf('sam')).toBeUndefined();
    expect((await original())['attendees']?.[0]?.['status']?.['response']).toBe('declined');
  });

  it('is answered silently when no response is sent [A4] [A6]', async () => {
    const copy = await copyOf('sam');
    await stage.ask(`POST /me/events/${String(copy?.['id'])}/accept`, { sendResponse: false }, { as: 'sam' });
    expect((await copyOf('sam'))?.['responseStatus']?.['response']).toBe('accepted');
    expect((await original())['attendees']?.[0]?.['status']?.['response']).toBe('none');
  });

  it('refuses an answer with parameters it does not know [A6]', async () => {
    const copy = await copyOf('sam');
    expect(
      (await stage.ask(`POST /me/events/${String(copy?.['id'])}/accept`, { reply: 'x' }, { as: 'sam' })).status,
    ).toBe(400);
  });

  it('brings changes to all copies and keeps what is their owners’ [A6]', async () => {
    const copy = await copyOf('sam');
    await stage.ask(`PATCH /me/events/${String(copy?.['id'])}`, { categories: ['Red'] }, { as: 'sam' });
    await stage.ask(`PATCH /me/events/${id}`, { location: { displayName: 'Roof' } });
    expect(await copyOf('sam')).toMatchObject({ categories: ['Red'], location: { displayName: 'Roof' } });
    expect((await original())['categories']).toEqual(['Blue']);
  });

  it('is cancelled for the one who is taken off it [A6]', async () => {
    await stage.ask(`PATCH /me/events/${id}`, { attendees: [person('robin@contoso.example')] });
    expect(await copyOf('sam')).toMatchObject({ isCancelled: true });
    expect(await copyOf('robin')).toMatchObject({ isCancelled: false });
  });

  it('is cancelled for all when the organizer deletes it [A6]', async () => {
    await stage.ask(`DELETE /me/events/${id}`);
    for (const as of ['sam', 'robin']) expect(await copyOf(as)).toMatchObject({ isCancelled: true });
  });

  it('goes quietly when an attendee deletes it [A6]', async () => {
    await stage.ask(`DELETE /me/events/${String((await copyOf('sam'))?.['id'])}`, undefined, { as: 'sam' });
    expect((await original())['attendees']).toHaveLength(3);
  });

  it('hides its attendees from one another when asked to [A3]', async () => {
    await stage.ask(`PATCH /me/events/${id}`, { hideAttendees: true });
    expect((await copyOf('sam'))?.['attendees']).toHaveLength(1);
    expect((await original())['attendees']).toHaveLength(3);
  });

  it('counts no answers when it is in another calendar than the primary one [A1]', async () => {
    const calendars = (await stage.ask('GET /me/calendars')).json['value'] as readonly Json[];
    const side = calendars.find(({ name }) => name === 'Volunteering');
    const body = { subject: 'Plan', ...TIMES, attendees: [person('lee@contoso.example')] };
    const made = await stage.ask(`POST /me/calendars/${String(side?.['id'])}/events`, body);
    const copy = await copyOf('lee');
    await stage.ask(`POST /me/events/${String(copy?.['id'])}/accept`, {}, { as: 'lee' });
    const read = await stage.ask(`GET /me/events/${String(made.json['id'])}`);
    expect(read.json['attendees']?.[0]?.['status']?.['response']).toBe('none');
  });

  it('lets one date of a series be answered alone [A4] [A6]', async () => {
    const recurrence = {
      pattern: { type: 'daily', interval: 1 },
      range: { type: 'numbered', startDate: '2026-12-15', numberOfOccurrences: 2 },
    };
    await stage.ask(`PATCH /me/events/${id}`, { recurrence });
    const window = '?startDateTime=2026-12-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z&$orderby=start/dateTime';
    const copy = String((await copyOf('sam'))?.['id']);
    const dates = (await stage.ask(`GET /me/events/${copy}/instances${window}`, undefined, { as: 'sam' })).json[
      'value'
    ];
    await stage.ask(`POST /me/events/${String(dates?.[1]?.['id'])}/accept`, {}, { as: 'sam' });
    const seen = (await stage.ask(`GET /me/events/${id}/instances${window}`)).json['value'] as readonly Json[];
    expect(seen.map((one) => one['attendees']?.[0]?.['status']?.['response'])).toEqual(['none', 'accepted']);
  });
});
