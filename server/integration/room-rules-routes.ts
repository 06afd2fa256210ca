/** What each room's own processing allows, as an administrator imported it: read by whoever may see the calendar. */
import { roomRulesSchema } from '../../src/domain/contract/admin.ts';
import { parseClientHeader } from '../../src/domain/contract/client-header.ts';
import { parseContract } from '../../src/domain/contract/parse-contract.ts';
import { requireConnected } from '../../src/domain/policy/require-open-door.ts';
import type { ApiHandler } from '../api-routes.ts';
import type { Limit } from '../limits.ts';
import { readJsonBody } from '../read-body.ts';
import { toUserKey } from '../user-key.ts';
import type { Gates } from './gates.ts';

/** 10,000 rooms with all of their rules need somewhat less. */
const MAX_BYTES = 4 * 1024 * 1024;

export function createRoomRulesRoutes(gates: Gates, readLimit: Limit) {
  const read: ApiHandler = async ({ caller, request }) => {
    const { device } = parseClientHeader(request.headers['office-shifts-client']);
    requireConnected(await gates.read(caller), caller, device);
    readLimit.take(toUserKey(caller));
    return { body: { rules: (await gates.findRules(caller.tenantId))?.rules ?? [] } };
  };
  /** Replaces what was there. */
  const save: ApiHandler = async ({ caller: { tenantId, objectId: actor }, request }) => {
    const { rules } = parseContract(roomRulesSchema, await readJsonBody(request, MAX_BYTES));
    const from = { rooms: (await gates.findRules(tenantId))?.rules.length ?? 0 };
    const to = { rooms: rules.length };
    await gates.saveRules(tenantId, rules, { tenantId, actor, action: 'room_rules', from, to });
    return { body: to };
  };
  return { '/room-rules': { GET: read }, '/admin/room-rules': { PUT: save } };
}
