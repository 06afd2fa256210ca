import { applyConnectionChange } from '../../../src/domain/policy/apply-connection-change.ts';

const NOW = '2026-03-02T12:00:00.000Z';
const since = { connected: true, connectedSince: '2026-01-01T00:00:00.000Z', welcomeSeen: '1.0' };
const never = { connected: false, connectedSince: null, welcomeSeen: null };

describe('applyConnectionChange', () => {
  it.each([
    ['connects from now on', never, { connected: true }, { connected: true, connectedSince: NOW, welcomeSeen: null }],
    ['keeps the day since when it holds', since, { connected: true }, since],
    ['forgets the day with the connection', since, { connected: false }, { ...never, welcomeSeen: '1.0' }],
    ['notes a welcome alone', never, { welcomeSeen: '1.1' }, { ...never, welcomeSeen: '1.1' }],
    ['changes nothing where nothing is asked', since, {}, since],
  ])('%s', (_name, before, change, after) => {
    expect(applyConnectionChange(before, change, NOW)).toEqual(after);
  });
});
