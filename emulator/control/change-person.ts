/** Changes what Entra thinks of a person: account, roles, sessions, second factor, refusals. */
import type { SignIns } from '../entra/sign-ins.ts';
import type { Person } from '../world.ts';
import type { PersonOrder } from './control-request.ts';

/** Answers how it stands now. A disabled account loses its sessions too, as at Entra. */
export function changePerson(signIns: SignIns, person: Person, order: PersonOrder): object {
  const { accountEnabled = person.accountEnabled, appRoles = person.appRoles } = order;
  const { requireMfa, revokeSignIns, refusal } = order;
  if (revokeSignIns === true || (person.accountEnabled && !accountEnabled)) signIns.revoke(person);
  person.accountEnabled = accountEnabled;
  person.appRoles = [...appRoles];
  if (requireMfa !== undefined) signIns.requireSecondFactor(person, requireMfa);
  if (refusal !== undefined) signIns.refuse(person, refusal ?? undefined);
  const { revokedAtMs, secondFactor, refusal: standing = null } = signIns.find(person);
  const signInsValidFrom = revokedAtMs === undefined ? null : new Date(revokedAtMs).toISOString();
  return { person: person.key, accountEnabled, appRoles, secondFactor, refusal: standing, signInsValidFrom };
}
