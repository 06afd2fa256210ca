import type { OfficeApi } from '../../src/host/open-office.ts';
import { createDraftNames } from '../../src/host/name-draft.ts';
import { type OpenItem, readOpenItem, watchOpenItem } from '../../src/host/outlook-item.ts';

const ME = { displayName: 'Alex', emailAddress: 'Alex@contoso.example' };
const SAM = { displayName: 'Sam', emailAddress: 'sam@contoso.example' };
const START = new Date('2026-11-23T09:00:00Z');
const END = new Date('2026-11-23T10:00:00Z');

type Done = (result: object) => void;
const answers =
  (value: unknown) =>
  (...args: readonly unknown[]): void =>
    (args.at(-1) as Done)({ status: 'succeeded', value });
const refuses =
  (code: number) =>
  (...args: readonly unknown[]): void =>
    (args.at(-1) as Done)({ status: 'failed', error: { code } });

const READ = { itemType: 'appointment', itemId: 'A/b+c', subject: 'Stand-up', start: START, end: END, organizer: SAM };
const MAIL = { itemType: 'message', itemId: 'M1', subject: 'Lunch', from: SAM, to: [ME, SAM], cc: [] };

function createDraft(about: object = {}) {
  const calls: unknown[] = [];
  const note =
    (name: string) =>
    (...args: readonly unknown[]): void => {
      calls.push([name, args[0]]);
      answers(undefined)(...args);
    };
  const place = { locationIdentifier: { id: 'plain@contoso.example', type: 'room' }, displayName: 'Plain' };
  const draft = {
    itemType: 'appointment',
    subject: { getAsync: answers('Planning') },
    start: { getAsync: answers(START), setAsync: note('start') },
    end: { getAsync: answers(END), setAsync: note('end') },
    requiredAttendees: { getAsync: answers([SAM, { displayName: 'Plain', emailAddress: 'Plain@contoso.example' }]) },
    optionalAttendees: { getAsync: answers([]) },
    enhancedLocation: { getAsync: answers([place]), addAsync: note('add'), removeAsync: note('remove') },
    organizer: { getAsync: answers(ME) },
    getItemIdAsync: refuses(9017),
    addHandlerAsync: () => {},
    ...about,
  };
  return { draft, calls };
}

function createOffice(item: object | null, platform = 'OfficeOnline') {
  const handlers: (() => void)[] = [];
  const mailbox = {
    item,
    userProfile: ME,
    convertToRestId: (id: string) => id.replace('/', '-').replace('+', '_'),
    addHandlerAsync: (_type: unknown, handler: () => void) => handlers.push(handler),
  };
  const context = { platform, mailbox, requirements: { isSetSupported: () => true } };
  const office = { context, EventType: { ItemChanged: 'olkItemSelectedChanged' } } as unknown as OfficeApi;
  return { office, mailbox, change: () => handlers.forEach((handler) => handler()) };
}
const read = (item: object | null, platform?: string): Promise<OpenItem> =>
  readOpenItem(
    createOffice(item, platform).office,
    createDraftNames(() => 'new'),
  );

describe('readOpenItem', () => {
  it('is none in a pinned pane without an item', async () => {
    expect(await read(null)).toEqual({ kind: 'none' });
  });

  it('names an appointment as Graph does, but on phones, where it is so named already', async () => {
    expect(await read(READ)).toMatchObject({ kind: 'appointmentRead', eventId: 'A-b_c', role: 'attendee' });
    expect(await read({ ...READ, organizer: ME }, 'iOS')).toMatchObject({ eventId: 'A/b+c', role: 'organizer' });
  });

  it('lists the people of a message once each, without me', async () => {
    expect(await read(MAIL)).toMatchObject({
      kind: 'messageRead',
      subject: 'Lunch',
      people: [{ name: 'Sam', address: 'sam@contoso.example' }],
    });
  });

  it('refuses what lies in a shared folder, and takes a failing question for nobody’s share', async () => {
    expect(await read({ ...READ, getSharedPropertiesAsync: answers({ owner: 'sam' }) })).toMatchObject({
      kind: 'refused',
      why: 'shared',
    });
    expect(await read({ ...READ, getSharedPropertiesAsync: refuses(9000) })).toMatchObject({ kind: 'appointmentRead' });
  });

  it('refuses an appointment that is written for somebody else', async () => {
    const { draft } = createDraft({ organizer: { getAsync: answers(SAM) } });
    expect(await read(draft)).toMatchObject({ kind: 'refused', why: 'onBehalf' });
  });

  it.each([
    ['an item of a shape that nobody knows', { itemType: 'appointment', itemId: 'x', subject: 'y' }, 'bad_response'],
    ['an organizer who is not told', createDraft({ organizer: { getAsync: refuses(5001) } }).draft, 'host_refused'],
    ['a right that is missing', createDraft({ organizer: { getAsync: refuses(7000) } }).draft, 'access_denied'],
  ])('fails with a code for %s', async (_name, item, code) => {
    expect(await read(item)).toMatchObject({ kind: 'failed', failure: { code } });
  });
});

describe('the draft', () => {
  const open = async (about?: object) => {
    const { draft, calls } = createDraft(about);
    const item = await read(draft);
    if (item.kind !== 'appointmentCompose') throw new Error('no draft');
    return { draft: item.draft, calls };
  };

  it('is read as a whole, with rooms apart from people', async () => {
    const { draft } = await open();
    const values = await draft.read();
    expect(values).toMatchObject({
      subject: 'Planning',
      people: [{ address: 'sam@contoso.example', kind: 'required' }],
      places: [{ id: 'plain@contoso.example', isRoom: true, name: 'Plain' }],
    });
    expect(values.eventId).toBeUndefined();
    expect(values.start.toString()).toBe('2026-11-23T09:00:00Z');
  });

  it('has Graph’s name of what was saved', async () => {
    const { draft } = await open({ getItemIdAsync: answers('A/b+c') });
    expect((await draft.read()).eventId).toBe('A-b_c');
  });

  it('sets the start before the end, for Outlook moves the end along', async () => {
    const { draft, calls } = await open();
    const start = Temporal.Instant.from('2026-11-24T09:00:00Z');
    await draft.setTimes({ start, end: start.add({ hours: 2 }) });
    expect(calls).toEqual([
      ['start', new Date('2026-11-24T09:00:00Z')],
      ['end', new Date('2026-11-24T11:00:00Z')],
    ]);
  });

  it('takes rooms in and out as rooms, so that Outlook invites them', async () => {
    const { draft, calls } = await open();
    await draft.addRoom('linden@contoso.example');
    await draft.removeRoom('plain@contoso.example');
    expect(calls).toEqual([
      ['add', [{ id: 'linden@contoso.example', type: 'room' }]],
      ['remove', [{ id: 'plain@contoso.example', type: 'room' }]],
    ]);
  });

  it('fails with a code where Outlook refuses', async () => {
    const { draft } = await open({ subject: { getAsync: refuses(5001) } });
    await expect(draft.read()).rejects.toMatchObject({ code: 'host_refused', details: { path: 'Office 5001' } });
  });
});

describe('the key of a draft', () => {
  let count = 0;
  const names = createDraftNames(() => `new ${(count += 1)}`);
  const keyOf = async (item: object): Promise<string | undefined> => {
    const found = await readOpenItem(createOffice(item).office, names);
    return found.kind === 'appointmentCompose' ? found.key : undefined;
  };
  /** As Outlook keeps it for the time in which a draft is written. */
  const createSession = () => {
    const held = new Map<string, string>();
    const getAsync = (name: string, done: Done): void =>
      done(
        held.has(name) ? { status: 'succeeded', value: held.get(name) } : { status: 'failed', error: { code: 9020 } },
      );
    const setAsync = (name: string, value: string, done: Done): void => {
      held.set(name, value);
      done({ status: 'succeeded' });
    };
    return { getAsync, setAsync };
  };

  it('is never the same for two that were not saved', async () => {
    const [one, other] = [createDraft().draft, createDraft().draft];
    expect(await keyOf(one)).not.toBe(await keyOf(other));
    expect(await keyOf(one)).toBe(await keyOf(one));
  });

  it('stays where Outlook hands out the draft as another object', async () => {
    const sessionData = createSession();
    const first = await keyOf(createDraft({ sessionData }).draft);
    const saved = { sessionData, getItemIdAsync: answers('A1') };
    expect(await keyOf(createDraft(saved).draft)).toBe(first);
    expect(await keyOf(createDraft({ sessionData: createSession() }).draft)).not.toBe(first);
  });

  it('is its name where it was saved', async () => {
    expect(await keyOf(createDraft({ getItemIdAsync: answers('A/1') }).draft)).toBe('draft A/1');
  });
});

describe('watchOpenItem', () => {
  it('follows the open item, and drops an answer that comes too late', async () => {
    let answer: Done = () => {};
    const slow = { ...READ, getSharedPropertiesAsync: (done: Done) => (answer = done) };
    const { office, mailbox, change } = createOffice(slow);
    const told: string[] = [];
    watchOpenItem({ office, newId: () => 'new', onItem: ({ kind }) => told.push(kind) });
    mailbox.item = MAIL;
    change();
    await new Promise((resolve) => setTimeout(resolve));
    answer({ status: 'succeeded', value: {} });
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).toEqual(['opening', 'messageRead']);
  });
});
