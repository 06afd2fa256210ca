import type { Failure } from '../../src/domain/failure.ts';
import { type OfficeApi, openOffice } from '../../src/host/open-office.ts';

const toMinor = (version: string): number => Number(version.split('.')[1]);
const toOffice = (host: string | null, mailbox = '1.16', onReady?: () => Promise<unknown>): OfficeApi =>
  ({
    onReady: onReady ?? (() => Promise.resolve({ host, platform: 'PC' })),
    context: {
      requirements: { isSetSupported: (_name: string, version: string) => toMinor(version) <= toMinor(mailbox) },
    },
  }) as unknown as OfficeApi;

const toScript = (event: 'load' | 'error' | 'nothing', onEvent = (): void => {}) => ({
  addEventListener: (type: string, listener: unknown): void => {
    if (type !== event) return;
    onEvent();
    (listener as () => void)();
  },
});

describe('openOffice', () => {
  it('answers Office once its host has said Outlook', async () => {
    const office = toOffice('Outlook');
    expect(await openOffice({ findOffice: () => office, script: null, history: {}, onSlow: () => {} })).toBe(office);
  });

  it('waits for a script that has not run yet', async () => {
    let office: OfficeApi | undefined;
    const script = toScript('load', () => (office = toOffice('Outlook')));
    expect(await openOffice({ findOffice: () => office, script, history: {}, onSlow: () => {} })).toBe(office);
  });

  it('gives the page its history back, which the script takes away', async () => {
    const methods = { pushState: () => 'pushed', replaceState: () => 'replaced' };
    const history: { pushState: unknown; replaceState: unknown } = Object.create(methods);
    const spoil = (): Promise<unknown> => {
      Object.assign(history, { pushState: null, replaceState: null });
      return Promise.resolve({ host: 'Outlook' });
    };
    await openOffice({ findOffice: () => toOffice('Outlook', '1.16', spoil), script: null, history, onSlow: () => {} });
    expect([history.pushState, history.replaceState]).toEqual([methods.pushState, methods.replaceState]);
  });

  it.each([
    ['C27 a script that was blocked', () => undefined, toScript('error'), 'host_missing'],
    ['a page without the script', () => undefined, null, 'host_missing'],
    ['a script of something else', () => undefined, toScript('load'), 'host_missing'],
    ['F01 a plain browser', () => toOffice(null), null, 'host_missing'],
    ['another program of Office', () => toOffice('Word'), null, 'host_missing'],
    ['F09 an Outlook of before Mailbox 1.5', () => toOffice('Outlook', '1.4'), null, 'host_outdated'],
  ])('refuses %s', async (_name, findOffice, script, code) => {
    await expect(openOffice({ findOffice, script, history: {}, onSlow: () => {} })).rejects.toMatchObject({ code });
  });

  it('C27 tells of a slow script, and takes it all the same when it comes', async () => {
    const told: Failure[] = [];
    let come = (): void => {};
    let office: OfficeApi | undefined;
    const script = {
      addEventListener: (type: string, listener: unknown) => type === 'load' && (come = listener as typeof come),
    };
    const opened = openOffice({
      ...{ findOffice: () => office, script, history: {}, slowMs: 5 },
      onSlow: (failure) => {
        told.push(failure);
        office = toOffice('Outlook');
        come();
      },
    });
    expect(await opened).toBe(office);
    expect(told).toMatchObject([{ code: 'timeout' }]);
  });
});
