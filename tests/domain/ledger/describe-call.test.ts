import { CALL_PURPOSES, findPurpose, findScope } from '../../../src/domain/ledger/describe-call.ts';
import { toPathTemplate } from '../../../src/domain/ledger/path-template.ts';
import { ALLOWED_CALLS } from '../../../src/domain/policy/allowed-calls.ts';

const SAMPLES: readonly (readonly [RegExp, string])[] = [
  [/\{occurrences\}/, "occurrencesView(startDateTime='2026-11-23T00:00:00Z',endDateTime='2026-11-24T00:00:00Z')"],
  [/\{mailbox\}/, 'room@contoso.example'],
  [/\{\w+\}/g, '0f0f0f0f-0f0f-0f0f-0f0f-0f0f0f0f0f0f'],
];
const fill = (template: string): string => SAMPLES.reduce((path, [name, value]) => path.replace(name, value), template);

describe('findPurpose', () => {
  it.each(ALLOWED_CALLS.map(({ method, template, scopes }) => ({ method, template, scopes })))(
    'knows what $method $template is for and which permission it uses',
    ({ method, template, scopes }) => {
      const call = { method, path: toPathTemplate(fill(template)) };
      expect(CALL_PURPOSES.filter((purpose) => purpose !== 'other')).toContain(findPurpose(call));
      expect(findScope(call)).toBe(scopes[0]);
    },
  );

  it.each([
    ['GET', '/me/calendarView', 'agenda'],
    ['GET', '/me/calendarView/delta', 'changes'],
    ['POST', '/me/events', 'booking'],
    ['GET', '/me/events/{id}', 'agenda'],
    ['POST', '/me/events/{id}/accept', 'answering'],
    ['POST', '/places/{id}/checkIns', 'checkIn'],
    ['GET', '/places/microsoft.graph.building', 'workPlan'],
    ['GET', '/places/microsoft.graph.room', 'rooms'],
    ['GET', '/users/{id}/photo/$value', 'people'],
    ['POST', '/communications/getPresencesByUserId', 'presence'],
    ['GET', '/unheard/of', 'other'],
  ])('calls %s %s %s', (method, path, purpose) => {
    expect(findPurpose({ method, path })).toBe(purpose);
  });

  it('names no permission for a call that is not on the list', () => {
    expect(findScope({ method: 'GET', path: '/me/messages' })).toBeUndefined();
  });
});
