/** The door: who calls, whether the integration is open to them, whether they are connected, what is switched on; and its settings. */
import { sessionRequestSchema, type Session } from '../../src/domain/contract/session.ts';
import { isWelcomeDue } from '../../src/domain/policy/is-welcome-due.ts';
import { RELEASE } from '../config.ts';
import { parseContract } from '../../src/domain/contract/parse-contract.ts';
import { readJsonBody } from '../read-body.ts';
import type { ApiHandler } from '../api-routes.ts';
import { findClosedDoor } from '../../src/domain/policy/find-closed-door.ts';
import type { Doors, Gates } from './gates.ts';

const MAX_BYTES = 16 * 1024;

function toOrganisation({ settings }: Doors): Session['organisation'] {
  const { organisation, shiftSources, buildings } = settings;
  return { ...organisation, shiftSources: [...shiftSources], buildings: [...buildings] };
}

export const createSessionRoute =
  (gates: Gates): ApiHandler =>
  async ({ caller, request }) => {
    const { device } = parseContract(sessionRequestSchema, await readJsonBody(request, MAX_BYTES));
    const doors = await gates.read(caller);
    const reason = findClosedDoor(doors, device);
    const { connected, welcomeSeen } = doors.connection;
    const session: Session = {
      user: { tenantId: caller.tenantId, objectId: caller.objectId, isAdmin: caller.isAdmin },
      integration: reason === undefined ? { state: doors.state } : { state: doors.state, reason },
      connection: { connected, welcomeDue: isWelcomeDue(welcomeSeen, RELEASE) },
      features: doors.settings.features,
      organisation: toOrganisation(doors),
      ...(reason === undefined && connected ? { transport: { mode: doors.settings.transport } } : {}),
    };
    return { body: session };
  };

/** What administrators see of their organisation's integration. */
export const createSettingsRoute =
  (gates: Gates): ApiHandler =>
  async ({ caller }) => {
    const { state, settings, etag } = await gates.read(caller);
    return { body: { state, ...settings }, ...(etag === undefined ? {} : { etag }) };
  };
