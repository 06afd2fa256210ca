/** Plants what lies between a floor and a person besides rooms: sections, workspaces for many, desks for one. */
import type { IdSource } from '../mailbox/ids.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import type { Tenant } from '../world.ts';
import { createResourceMailbox, placeId } from './plant-places.ts';
import type { Scenario } from './scenario.ts';
import type { Place } from './seeded-world.ts';

type Section = Scenario['sections'][number];
type Workspace = Scenario['workspaces'][number];
type Desk = Scenario['desks'][number];

interface Ground {
  readonly ids: IdSource;
  readonly tenant: Tenant;
  /** Object id of a person of the scenario; undefined where it was left out. */
  readonly objectIdOf: (key: string) => string | undefined;
}

const NOWHERE = { address: null, geoCoordinates: null, label: null, phone: null };

const isBookable = ({ mode }: { readonly mode: Desk['mode'] }): boolean => mode === 'reservable';

/** What may be done with a desk: booked, taken by whoever comes, one person's own, or nothing. */
function toMode({ tenant, objectIdOf }: Ground, { mode, assignedTo }: Pick<Desk, 'mode' | 'assignedTo'>): object {
  const type = { '@odata.type': `#microsoft.graph.${mode}PlaceMode` };
  const assignedUserId = assignedTo === undefined ? undefined : objectIdOf(assignedTo);
  if (mode !== 'assigned' || assignedTo === undefined || assignedUserId === undefined) return type;
  return { ...type, assignedUserEmailAddress: `${assignedTo}@${tenant.domain}`, assignedUserId };
}

function toSection({ ids, tenant }: Ground, section: Section): Place {
  const id = placeId(ids, 'section', section.key);
  const parentId = placeId(ids, 'floor', `${section.building}:${section.floor}`);
  const own = { id, placeId: id, parentId, displayName: section.name };
  return {
    type: 'section',
    tenantId: tenant.id,
    members: [],
    json: { ...own, ...NOWHERE, isWheelChairAccessible: true, tags: [] },
  };
}

function toWorkspace(ground: Ground, workspace: Workspace): Place {
  const { ids, tenant } = ground;
  const { key, name, section, capacity, display } = workspace;
  const id = placeId(ids, 'workspace', key);
  const own = { id, placeId: id, parentId: placeId(ids, 'section', section), displayName: name, nickname: name };
  const about = { capacity, displayDeviceName: display ?? null, mode: toMode(ground, workspace) };
  return {
    type: 'workspace',
    tenantId: tenant.id,
    members: [],
    json: {
      ...own,
      ...NOWHERE,
      ...about,
      emailAddress: `${key}@${tenant.domain}`,
      isWheelChairAccessible: true,
      tags: workspace.tags,
    },
  };
}

function toDesk(ground: Ground, desk: Desk): Place {
  const { ids, tenant } = ground;
  const id = placeId(ids, 'desk', desk.key);
  const own = { id, placeId: id, parentId: placeId(ids, 'section', desk.section), displayName: desk.name };
  const mailboxDetails = isBookable(desk)
    ? { emailAddress: `${desk.key}@${tenant.domain}`, externalDirectoryObjectId: ids.guid('room-account', desk.key) }
    : null;
  const about = {
    displayDeviceName: desk.display ?? null,
    heightAdjustableState:
      desk.heightAdjustable === undefined ? 'unknown' : desk.heightAdjustable ? 'enabled' : 'disabled',
    mode: toMode(ground, desk),
  };
  return {
    type: 'desk',
    tenantId: tenant.id,
    members: [],
    json: { ...own, ...NOWHERE, ...about, mailboxDetails, isWheelChairAccessible: null, tags: [] },
  };
}

export const toWorkplaces = (ground: Ground, scenario: Scenario): Place[] => [
  ...scenario.sections.map((section) => toSection(ground, section)),
  ...scenario.workspaces.map((workspace) => toWorkspace(ground, workspace)),
  ...scenario.desks.map((desk) => toDesk(ground, desk)),
];

/** A workspace takes as many bookings as it has seats, so it never declines for a conflict; a desk takes one at a time. */
export const createWorkplaceMailboxes = (ground: Ground, scenario: Scenario): Mailbox[] => [
  ...scenario.workspaces.map(({ key, name, capacity }) =>
    createResourceMailbox(ground, { key, name, delegates: [], policy: { allowConflicts: true, capacity } }),
  ),
  ...scenario.desks
    .filter(isBookable)
    .map(({ key, name }) => createResourceMailbox(ground, { key, name, delegates: [], policy: { capacity: 1 } })),
];
