import { ALLOWED_CALLS } from '../../../src/domain/policy/allowed-calls.ts';
import { matchCall, type Policy } from '../../../src/domain/policy/check-call.ts';

const on: Policy = {
  features: { freeBusy: true, shifts: true, presence: true, people: true },
  shiftSources: [],
  now: Temporal.Instant.from('2026-11-23T08:00:00Z'),
};
const withoutShifts: Policy = { ...on, features: { ...on.features, shifts: false } };
const codeOf = (method: string, url: string, policy = on): string => {
  try {
    return matchCall(method, url, policy).rule.template;
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
};

describe('matchCall', () => {
  it.each([
    ['GET', '/me/events/AAMk1=', '/me/events/{event}'],
    ['DELETE', '/me/events/AAMk1=', '/me/events/{event}'],
    ['POST', '/me/events/AAMk1=/cancel', '/me/events/{event}/cancel'],
    [
      'GET',
      '/places/floor.1@contoso.example/microsoft.graph.roomlist/rooms',
      '/places/{mailbox}/microsoft.graph.roomlist/rooms',
    ],
    ['POST', '/me/events/AAMk1=/accept', 'not_allowed'],
    ['POST', '/me/events/AAMk1=/forward', 'not_allowed'],
    ['POST', '/me/sendMail', 'not_allowed'],
    ['POST', '/me/findMeetingTimes', 'not_allowed'],
    ['GET', '/me/events/Delta', 'not_allowed'],
    ['GET', '/me/calendars/delta/calendarView', 'not_allowed'],
    ['GET', '/places/plain@contoso.example', 'not_allowed'],
    ['CONNECT', '/me', 'not_allowed'],
  ])('%s %s is %s', (method, url, expected) => {
    expect(codeOf(method, url)).toBe(expected);
  });

  it('knows Teams Shifts only where the organisation uses them', () => {
    const schedule = '/teams/fbc5fcee-db1e-4777-bea1-2302394f5430/schedule';
    expect(codeOf('GET', schedule)).toBe('/teams/{team}/schedule');
    expect(codeOf('GET', schedule, withoutShifts)).toBe('not_allowed');
    expect(codeOf('GET', '/me/joinedTeams', withoutShifts)).toBe('not_allowed');
    expect(codeOf('GET', '/me/joinedTeams', { ...withoutShifts, shiftSources: ['teamsShifts'] })).toBe(
      '/me/joinedTeams',
    );
  });

  it('never reaches another user, mail, or a whole directory', () => {
    for (const { template } of ALLOWED_CALLS) expect(template).toMatch(/^\/(me|places|teams)(\/|$)/);
  });
});
