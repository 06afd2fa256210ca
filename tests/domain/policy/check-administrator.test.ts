import { describeWhoCanHelp, mayCall } from '../../../src/domain/policy/check-administrator.ts';

const nobody = { isAdmin: false, isTester: false, isAssigned: true };

describe('mayCall', () => {
  it.each(['/admin', '/admin/', '/admin/integration', '/ADMIN/audit', '/admin/proof-runs', '/admin/nowhere'])(
    'leaves %s to administrators',
    (path) => {
      expect(mayCall(nobody, path)).toBe(false);
      expect(mayCall({ ...nobody, isAdmin: true }, path)).toBe(true);
    },
  );

  it('lets testers run proofs and pick a room, by exactly these paths', () => {
    const tester = { ...nobody, isTester: true };
    for (const path of ['/admin/proof-runs', '/admin/choices']) expect(mayCall(tester, path)).toBe(true);
    for (const path of ['/admin/integration', '/admin/proof-runs/', '/admin/Choices', '/admin/audit'])
      expect(mayCall(tester, path)).toBe(false);
  });

  it.each(['/session', '/connection', '/administration', '/x/admin'])('leaves %s to everybody', (path) => {
    expect(mayCall(nobody, path)).toBe(true);
  });
});

describe('describeWhoCanHelp', () => {
  it('names the roles, and whom the organisation named', () => {
    expect(describeWhoCanHelp('')).toMatch(/Integration\.Admin.*Teams Administrator\.$/);
    expect(describeWhoCanHelp('IT desk')).toMatch(/Ask: IT desk$/);
  });
});
