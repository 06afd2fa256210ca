/** The item that is open in the emulated Outlook, in a real browser: read, composed, changed while the pane stays. */
import {
  callItem,
  openOutlookStage,
  type OutlookStage,
  type OutlookVisit,
  type PaneWindow,
} from '../support/outlook-stage.ts';

jest.setTimeout(120_000);

declare const globalThis: PaneWindow;

let stage: OutlookStage;
let visit: OutlookVisit;
beforeAll(async () => {
  stage = await openOutlookStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  visit = await stage.visit();
});
afterEach(() => visit.context.close());

const listEvents = async (): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const answer = await fetch(`${stage.emulator.url}/emulator/mailboxes/alex@contoso.example/events`);
  return ((await answer.json()) as { value: Readonly<Record<string, unknown>>[] }).value;
};
async function findEvent(isOwn: boolean): Promise<Readonly<Record<string, unknown>>> {
  const found = (await listEvents()).find((one) => one['isOrganizer'] === isOwn && one['type'] === 'singleInstance');
  if (found === undefined) throw new Error('no such event');
  return found;
}
const toItem = (event: Readonly<Record<string, unknown>>): string => `&item=${encodeURIComponent(String(event['id']))}`;

describe('the open item', () => {
  it('is an appointment as its attendee reads it, with an id that must be converted for Graph [H3]', async () => {
    const event = await findEvent(false);
    const frame = await visit.open(toItem(event));
    const read = await frame.evaluate(() => {
      const { item, convertToRestId } = globalThis.Office.context.mailbox;
      return {
        ...JSON.parse(JSON.stringify(item)),
        isDate: item?.['start'] instanceof Date,
        restId: convertToRestId(String(item?.['itemId']), 'v2.0'),
      };
    });
    expect(read).toMatchObject({
      itemType: 'appointment',
      subject: event['subject'],
      isDate: true,
      start: `${(event['start'] as { dateTime: string }).dateTime.slice(0, 19)}.000Z`,
      restId: event['id'],
      organizer: { emailAddress: expect.stringContaining('@') },
    });
    expect(await callItem(frame, 'enhancedLocation.getAsync')).toMatchObject({ status: 'succeeded' });
  });

  it('is composed by its organizer alone', async () => {
    const event = await findEvent(false);
    const answer = await visit.page.goto(`${stage.emulator.url}/outlook?person=alex&mode=compose${toItem(event)}`);
    expect(answer?.status()).toBe(400);
  });

  it('takes in compose what the pane writes, and the end moves with the start [H3]', async () => {
    const frame = await visit.open('&mode=compose');
    expect(await frame.evaluate(() => globalThis.Office.context.mailbox.item?.['itemId'])).toBeUndefined();
    expect(await callItem(frame, 'getItemIdAsync')).toMatchObject({ status: 'failed' });
    expect(await callItem(frame, 'subject.setAsync', 'Planning', { asyncContext: 7 })).toMatchObject({
      status: 'succeeded',
      asyncContext: 7,
    });
    await callItem(frame, 'start.setAsync', '2026-12-01T09:00:00Z');
    expect((await callItem(frame, 'end.getAsync')).value).toBe('2026-12-01T09:30:00.000Z');
    await callItem(frame, 'end.setAsync', '2026-12-01T10:00:00Z');
    await callItem(frame, 'start.setAsync', '2026-12-01T10:00:00Z');
    expect((await callItem(frame, 'end.getAsync')).value).toBe('2026-12-01T11:00:00.000Z');
    expect(await callItem(frame, 'end.setAsync', '2026-12-01T09:00:00Z')).toMatchObject({ status: 'failed' });
    await callItem(frame, 'requiredAttendees.addAsync', ['sam@contoso.example']);
    expect((await callItem(frame, 'requiredAttendees.getAsync')).value).toMatchObject([
      { emailAddress: 'sam@contoso.example' },
    ]);
    await visit.page.getByText('Planning', { exact: true }).waitFor();
    const saved = await callItem(frame, 'saveAsync');
    expect(saved).toMatchObject({ value: expect.stringMatching(/^AAMk/) });
    expect(await callItem(frame, 'getItemIdAsync')).toMatchObject({ value: saved.value });
    // in the host's own form of ids, as Office.js gives it
    const id = String(saved.value).replace(/[/+]/g, (mark) => (mark === '/' ? '-' : '_'));
    const held = await fetch(`${stage.emulator.url}/emulator/mailboxes/alex@contoso.example/events`);
    const { value } = (await held.json()) as { readonly value: readonly Readonly<Record<string, unknown>>[] };
    expect(value.find((event) => event['id'] === id)).toMatchObject({ isDraft: true, subject: 'Planning' });
  });

  it('holds rooms as enhanced locations, and what was typed as custom ones [H3]', async () => {
    const frame = await visit.open('&mode=compose');
    await callItem(frame, 'enhancedLocation.addAsync', [{ id: 'plain@contoso.example', type: 'room' }]);
    expect((await callItem(frame, 'enhancedLocation.getAsync')).value).toMatchObject([
      { locationIdentifier: { id: 'plain@contoso.example', type: 'room' }, emailAddress: 'plain@contoso.example' },
    ]);
    expect(await callItem(frame, 'enhancedLocation.addAsync', [{ id: 'x', type: 'palace' }])).toMatchObject({
      status: 'failed',
      error: { name: 'InvalidFormatError' },
    });
    await callItem(frame, 'location.setAsync', 'Plain');
    expect((await callItem(frame, 'enhancedLocation.getAsync')).value).toMatchObject([
      { locationIdentifier: { id: 'Plain', type: 'custom' } },
    ]);
  });

  it('changes while the pane stays open: event, message, draft, none [H3]', async () => {
    const frame = await visit.open();
    await frame.evaluate(() => {
      globalThis.heard = [];
      const { mailbox } = globalThis.Office.context;
      mailbox.addHandlerAsync('olkItemSelectedChanged', () => globalThis.heard.push(mailbox.item?.['itemType']));
    });
    const chooser = visit.page.getByLabel('Open item').first();
    for (const [i, label] of ['Mail: Shall we sit together on Thursday?', 'New appointment', 'No item'].entries()) {
      await chooser.selectOption({ label });
      await frame.waitForFunction((count) => globalThis.heard.length === count, i + 1);
    }
    expect(await frame.evaluate(() => globalThis.heard)).toEqual(['message', 'appointment', undefined]);
    expect(await frame.evaluate(() => globalThis.Office.context.mailbox.item)).toBeNull();
  });

  it('fails in the way that was ordered, as often as ordered [I3]', async () => {
    await stage.control('faults', [
      {
        match: { path: '/hosts/office/calls/subject.setAsync' },
        answer: { status: 500, body: { code: 9020, name: 'OutOfQuota', message: 'No more.' } },
      },
    ]);
    const frame = await visit.open('&mode=compose');
    expect(await callItem(frame, 'subject.setAsync', 'One')).toMatchObject({
      status: 'failed',
      error: { code: 9020, name: 'OutOfQuota', message: 'No more.' },
    });
    expect(await callItem(frame, 'subject.setAsync', 'Two')).toMatchObject({ status: 'succeeded' });
  });
});
