/** Decides who may call what administrators call, and tells the others who can help. */
import type { CallerRoles } from './find-closed-door.ts';

/** A tester runs the proof, and picks a room for it. */
const FOR_TESTERS: readonly string[] = ['/admin/proof-runs', '/admin/choices'];
const WHO = 'Needs the app role Integration.Admin, or the directory role Global or Teams Administrator.';

/** `path` after `/api`. Everything under `/admin` is theirs, unknown paths too. */
export const mayCall = ({ isAdmin, isTester }: CallerRoles, path: string): boolean =>
  !/^\/admin(\/|$)/i.test(path) || isAdmin || (isTester && FOR_TESTERS.includes(path));

/** `contact` as the organisation named it; empty where it named nobody. */
export const describeWhoCanHelp = (contact: string): string => (contact === '' ? WHO : `${WHO} Ask: ${contact}`);
