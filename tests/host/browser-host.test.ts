import { createBrowserHost, toBrowserDevice } from '../../src/host/browser-host.ts';

const DESK = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15';
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1';

function openBrowser(address: string, matching: readonly string[] = []) {
  const matches = new Set(matching);
  const listeners: (() => void)[] = [];
  const host = createBrowserHost({
    ...{ url: new URL(address), locale: 'ar-EG', userAgent: DESK, touchPoints: 0, open: () => undefined },
    matchMedia: (query) => ({
      get matches() {
        return matches.has(query);
      },
      addEventListener: (_type, listener) => void listeners.push(listener),
    }),
  });
  const change = (query: string): void => {
    matches.add(query);
    listeners.forEach((listener) => listener());
  };
  return { host, change };
}

describe('toBrowserDevice', () => {
  it.each([
    ['a desktop computer', DESK, 0, 'web'],
    ['a desktop computer with a touch screen', DESK, 10, 'web'],
    ['a Mac', MAC, 0, 'web'],
    ['a tablet that calls itself a Mac', MAC, 5, 'mobile'],
    ['a phone', PHONE, 5, 'mobile'],
  ] as const)('knows %s', (_name, userAgent, touchPoints, device) => {
    expect(toBrowserDevice(userAgent, touchPoints)).toBe(device);
  });
});

describe('createBrowserHost', () => {
  it('tells the browser’s language and the page that the link asks for', () => {
    const { host } = openBrowser('https://app.test/tab?view=proof');
    expect(host).toMatchObject({ name: 'browser', device: 'web', locale: 'ar-EG', view: 'proof', theme: 'light' });
  });

  it.each([
    ['light', []],
    ['dark', ['(prefers-color-scheme: dark)']],
    ['contrast', ['(forced-colors: active)', '(prefers-color-scheme: dark)']],
  ] as const)('shows %s where the browser does', (theme, matching) => {
    expect(openBrowser('https://app.test/tab', matching).host.theme).toBe(theme);
  });

  it('follows the browser’s colours while it is open', () => {
    const { host, change } = openBrowser('https://app.test/tab');
    const heard: string[] = [];
    host.onThemeChange((theme) => heard.push(theme));
    change('(prefers-color-scheme: dark)');
    expect(heard.at(-1)).toBe('dark');
  });
});
