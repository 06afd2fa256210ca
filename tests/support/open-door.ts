/** Opens a tenant's door without a proof run, for tests about what lies behind it: only code that holds the store can do it. */
import { DEFAULT_SETTINGS } from '../../src/domain/contract/settings.ts';
import type { Store } from '../../server/store/store.ts';

export interface DoorOptions {
  readonly tenantId: string;
  /** The organisation's name as people read it. */
  readonly organisation: string;
}

/** Every feature on, every device but the phone. Leaves a trace in the audit trail. */
export async function openDoor(store: Store, { tenantId, organisation }: DoorOptions): Promise<void> {
  const id = tenantId.toLowerCase();
  const settings = {
    ...DEFAULT_SETTINGS,
    organisation: { name: organisation, welcomeText: '', helpContact: '' },
    features: { freeBusy: true, shifts: true, presence: true, people: true },
  };
  await store.saveTenant(id, { state: 'enabled', settings });
  await store.addAudit({ tenantId: id, actor: 'program', action: 'door_opened', to: { state: 'enabled' } });
}
