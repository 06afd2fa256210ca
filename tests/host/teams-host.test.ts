import { requireHost, toDevice, toHostName, toHostTheme } from '../../src/host/teams-host.ts';

describe('toHostTheme', () => {
  it.each([
    ['default', 'light'],
    ['light', 'light'],
    ['dark', 'dark'],
    ['glass', 'dark'],
    ['contrast', 'contrast'],
    ['sepia', 'light'],
  ])('F05 shows %s as %s', (theme, expected) => {
    expect(toHostTheme(theme)).toBe(expected);
  });
});

describe('toDevice', () => {
  it.each([
    ['web', 'web'],
    ['desktop', 'desktop'],
    ['macos', 'desktop'],
    ['rigel', 'desktop'],
    ['android', 'mobile'],
    ['ios', 'mobile'],
    ['ipados', 'mobile'],
  ])('takes %s for %s', (client, expected) => {
    expect(toDevice(client)).toBe(expected);
  });
});

describe('toHostName', () => {
  it.each([
    ['Teams', 'teams'],
    ['TeamsModern', 'teams'],
    ['Office', 'teams'],
    ['Outlook', 'outlook'],
    ['OutlookWin32', 'outlook'],
  ])('takes %s for %s', (name, expected) => {
    expect(toHostName(name)).toBe(expected);
  });
});

describe('requireHost', () => {
  it('F08 gives a host that never answers its time, and no more', async () => {
    await expect(requireHost(new Promise(() => {}), 5)).rejects.toMatchObject({ code: 'host_missing' });
  });

  it('F01 says that there is no host outside of a frame', async () => {
    const refused = Promise.reject(new Error('Initialization Failed. No Parent window found.'));
    await expect(requireHost(refused, 1000)).rejects.toMatchObject({ code: 'host_missing' });
  });

  it('hands on what the host told', async () => {
    expect(await requireHost(Promise.resolve('context'), 1000)).toBe('context');
  });
});
