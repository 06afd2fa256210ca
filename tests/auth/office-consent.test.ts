import { type OfficeDialogs, openOfficeConsent } from '../../src/auth/office-consent.ts';
import { parseSaying, runOfficeDialog, toOfficeSaying } from '../../src/auth/office-dialog.ts';

interface Stub {
  readonly asked: string[];
  closed: number;
  readonly ui: OfficeDialogs;
}

/** A dialog that says, or ends as, this; a number alone refuses to open. */
function createDialogs(outcome: { message: string } | { error: number } | number): Stub {
  const stub: Stub = {
    asked: [],
    closed: 0,
    ui: {
      displayDialogAsync: (url: string, _options: unknown, callback: (result: object) => void) => {
        stub.asked.push(url);
        if (typeof outcome === 'number') return callback({ status: 'failed', error: { code: outcome } });
        callback({
          status: 'succeeded',
          value: {
            close: () => (stub.closed += 1),
            addEventHandler: (type: string, handler: (event: object) => void) => {
              if (type === ('message' in outcome ? 'said' : 'ended')) setTimeout(() => handler(outcome));
            },
          },
        });
      },
    } as unknown as OfficeDialogs,
  };
  return stub;
}

beforeEach(() => {
  Object.assign(globalThis, {
    Office: { EventType: { DialogMessageReceived: 'said', DialogEventReceived: 'ended' } },
  });
});

describe('openOfficeConsent', () => {
  it('opens our own page for one purpose, and closes it once the person has agreed', async () => {
    const stub = createDialogs({ message: 'agreed' });
    await openOfficeConsent(stub.ui, 'https://app', 'booking');
    expect(stub).toMatchObject({ asked: ['https://app/pane?consent=booking'], closed: 1 });
  });

  it.each([
    ['the person declined', { message: 'refused' }, 'sign_in_cancelled'],
    ['C11 the answer was not to our question', { message: 'state' }, 'sign_in_failed'],
    ['C12 the dialog says something strange', { message: '<b>agreed</b>' }, 'sign_in_failed'],
    ['the person closed it', { error: 12006 }, 'sign_in_cancelled'],
    ['it could not be shown', { error: 12002 }, 'sign_in_failed'],
    ['the browser blocked it', 12011, 'sign_in_blocked'],
    ['one is open already', 12007, 'sign_in_blocked'],
    ['the person did not let it open', 12009, 'sign_in_blocked'],
    ['the domain is not trusted', 12004, 'sign_in_failed'],
  ])('F02 fails where %s', async (_name, outcome, code) => {
    await expect(openOfficeConsent(createDialogs(outcome).ui, 'https://app', 'agenda')).rejects.toMatchObject({ code });
  });
});

describe('runOfficeDialog', () => {
  const run = (search: string): readonly string[] => {
    const done: string[] = [];
    runOfficeDialog({
      query: new URLSearchParams(search),
      messageParent: (message) => done.push(`says ${message}`),
      leadOn: (path) => done.push(`goes to ${path}`),
    });
    return done;
  };

  it.each([
    ['?consent=booking', 'goes to /auth-start?for=booking&from=office'],
    ['?consent=everything', 'goes to /auth-start?for=agenda&from=office'],
    ['?said=agreed', 'says agreed'],
    ['?said=eyJ.a.b', 'says state'],
  ])('does at %s what it is there for', (search, done) => {
    expect(run(search)).toEqual([done]);
  });
});

describe('toOfficeSaying', () => {
  it('carries how it ended and nothing else', () => {
    expect(toOfficeSaying({ ok: true })).toBe('/pane?said=agreed');
    expect(toOfficeSaying({ ok: false, reason: 'refused' })).toBe('/pane?said=refused');
    expect(parseSaying('refused')).toBe('refused');
  });
});
