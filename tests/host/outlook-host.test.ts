import type { HostTheme } from '../../src/host/host.ts';
import { createOutlookHost, type OutlookOffice, toOutlookDevice } from '../../src/host/outlook-host.ts';

describe('toOutlookDevice', () => {
  it.each([
    ['OfficeOnline', 'web'],
    ['PC', 'desktop'],
    ['Mac', 'desktop'],
    ['Universal', 'desktop'],
    ['iOS', 'mobile'],
    ['Android', 'mobile'],
  ])('takes %s for %s', (platform, expected) => {
    expect(toOutlookDevice(platform)).toBe(expected);
  });
});

interface Stage {
  colours: { bodyBackgroundColor: string; bodyForegroundColor: string } | undefined;
  readonly media: Set<string>;
  change: () => void;
}

function openHost(stage: Stage) {
  const context = {
    displayLanguage: 'nl-NL',
    platform: 'PC',
    get officeTheme() {
      return stage.colours;
    },
    mailbox: {
      addHandlerAsync: (type: unknown, handler: () => void) => {
        if (type === 'officeThemeChanged') stage.change = handler;
      },
    },
  };
  const office = { context, EventType: { OfficeThemeChanged: 'officeThemeChanged' } } as unknown as OutlookOffice;
  return createOutlookHost({
    office,
    matchMedia: (query) => ({
      get matches() {
        return stage.media.has(query);
      },
      addEventListener: (_type, listener) => {
        const before = stage.change;
        stage.change = () => {
          before();
          listener();
        };
      },
    }),
    open: () => {},
  });
}

const createStage = (ground?: string, ink = '#FFFFFF'): Stage => ({
  colours: ground === undefined ? undefined : { bodyBackgroundColor: ground, bodyForegroundColor: ink },
  media: new Set(),
  change: () => {},
});

describe('createOutlookHost', () => {
  it('tells Outlook’s language, device and colours', () => {
    expect(openHost(createStage('#292929'))).toMatchObject({
      name: 'outlook',
      device: 'desktop',
      locale: 'nl-NL',
      theme: 'dark',
    });
  });

  it('takes the device’s colours where Outlook tells none, as on phones', () => {
    const stage = createStage();
    stage.media.add('(prefers-color-scheme: dark)');
    expect(openHost(stage).theme).toBe('dark');
    stage.media.add('(forced-colors: active)');
    expect(openHost(stage).theme).toBe('contrast');
  });

  it('F05 hears of a new theme while the pane is open', () => {
    const stage = createStage('#FFFFFF', '#000000');
    const heard: HostTheme[] = [];
    openHost(stage).onThemeChange((theme) => heard.push(theme));
    stage.colours = { bodyBackgroundColor: '#000000', bodyForegroundColor: '#FFFFFF' };
    stage.change();
    expect(heard.at(-1)).toBe('contrast');
  });
});
