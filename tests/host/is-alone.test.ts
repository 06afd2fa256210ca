import { isAlone } from '../../src/host/is-alone.ts';

describe('isAlone', () => {
  const self = {};
  it('F01 takes a page that nobody frames for one in a plain browser', () => {
    expect(isAlone({ self, parent: self })).toBe(true);
  });

  it('takes a framed page for one inside of a host', () => {
    expect(isAlone({ self, parent: {} })).toBe(false);
  });

  it('takes the unframed page of a Teams app for phones for one inside of a host', () => {
    expect(isAlone({ self, parent: self, nativeInterface: {} })).toBe(false);
  });
});
