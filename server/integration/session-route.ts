/** The door: who calls, whether the integration is open to them, whether they are connected, what is switched on. */
import { parseContract } from '../../src/domain/contract/parse-contract.ts';
import { sessionRequestSchema, type Session } from '../../src/domain/contract/session.ts';
import { findClosedDoor } from '../../src/domain/policy/find-closed-door.ts';
import { isWelcomeDue } from '../../src/domain/policy/is-welcome-due.ts';
import type { ApiHandler } from '../api-routes.ts';
import { RELEASE } from '../config.ts';
import { readJsonBody } from '../read-body.ts';
import type { Gates } from './gates.ts';

const MAX_BYTES = 16 * 1024;

export const createSessionRoute =
  (gates: Gates): ApiHandler =>
  async ({ caller, request }) => {
    const { device } = parseContract(sessionRequestSchema, await readJsonBody(request, MAX_BYTES));
    const [doors, held] = await Promise.all([gates.read(caller), gates.findRules(caller.tenantId)]);
    const { organisation, shiftSources, buildings, teamBuildings, features, transport } = doors.settings;
    const { tenantId, objectId, isAdmin, isTester } = caller;
    const { connected, welcomeSeen } = doors.connection;
    const reason = findClosedDoor(doors, caller, device);
    const hasRoomRules = (held?.rules.length ?? 0) > 0;
    const session: Session = {
      user: { tenantId, objectId, isAdmin, isTester },
      integration: reason === undefined ? { state: doors.state } : { state: doors.state, reason },
      connection: { connected, welcomeDue: isWelcomeDue(welcomeSeen, RELEASE) },
      features,
      organisation: { ...organisation, shiftSources, buildings, teamBuildings, hasRoomRules },
      ...(reason === undefined && connected ? { transport: { mode: transport } } : {}),
    };
    return { body: session };
  };
