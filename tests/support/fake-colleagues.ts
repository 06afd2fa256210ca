/** Colleagues of whom nothing is known: what a screen shows then, unless a test says otherwise. */
import type { ColleagueServices } from '../../src/app/colleagues/colleague-services.ts';

const NOTHING = { why: 'switchedOff' } as const;

export function fakeColleagues(about: Partial<ColleagueServices> = {}): ColleagueServices {
  return {
    readShifts: () => Promise.resolve(NOTHING),
    findColleagues: () => Promise.resolve(NOTHING),
    learn: () =>
      Promise.resolve({ people: NOTHING, knowledge: { shifts: NOTHING, presence: NOTHING, freeBusy: NOTHING } }),
    search: () => Promise.resolve([]),
    readPhotos: () => Promise.resolve(new Map()),
    readRoom: () => Promise.resolve({ name: '' }),
    ...about,
  };
}
