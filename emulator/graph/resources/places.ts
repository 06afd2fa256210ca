/** `/places`: buildings, floors, rooms and room lists, a hundred a page. */
import type { Place } from '../../seed/seeded-world.ts';
import type { Call, Route } from '../call.ts';
import { GraphError, itemNotFound } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { answerCollection, answerObject, pick } from '../odata/answer-collection.ts';
import { readPath } from '../odata/filter.ts';

const ROOM_PAGE = 100;
const BUILDING_PAGE = 1000;
const LIST = ['$select', '$filter', '$top', '$skip', '$count'];

const listPlaces = ({ world, person }: Call, type: Place['type']): readonly Place[] =>
  world.places.filter((place) => place.type === type && place.tenantId === person.tenantId);

function answerPlaces(call: Call, type: Place['type'], places: readonly Place[]): GraphAnswer {
  const page = ['building', 'floor', 'section', 'desk'].includes(type) ? BUILDING_PAGE : ROOM_PAGE;
  const { top } = call.query;
  // a page never holds more, whatever is asked
  const capped = top === undefined ? call : { ...call, query: { ...call.query, top: Math.min(top, page) } };
  return answerCollection(capped, {
    items: places.map(({ json }) => json),
    read: readPath,
    write: pick,
    defaultTop: page,
    context: `places/microsoft.graph.${type}`,
  });
}

function findPlace(call: Call): Place | undefined {
  const id = (call.params['placeId'] ?? '').toLowerCase();
  const names = ['id', 'placeId', 'emailAddress'];
  return call.world.places.find(
    ({ json, tenantId }) =>
      tenantId === call.person.tenantId && names.some((name) => String(json[name] ?? '').toLowerCase() === id),
  );
}

export function requirePlace(call: Call): Place {
  const place = findPlace(call);
  if (place === undefined) throw itemNotFound();
  return place;
}

/** `as`: the type that the path casts the place to. */
function getPlace(call: Call, as?: Place['type']): GraphAnswer {
  const { type, json } = requirePlace(call);
  if (as !== undefined && as !== type) throw itemNotFound();
  return answerObject(
    call,
    { '@odata.type': `#microsoft.graph.${type}`, ...json },
    as === undefined ? 'places/$entity' : `places/microsoft.graph.${as}/$entity`,
  );
}

/** A room list is named by its address here, never by its id. */
function listRooms(call: Call, type: 'room' | 'workspace'): GraphAnswer {
  const list = requirePlace(call);
  if (list.type !== 'roomList') throw itemNotFound();
  if (!(call.params['placeId'] ?? '').includes('@'))
    throw new GraphError(400, 'ErrorInvalidRequest', 'A room list must be named by its e-mail address.');
  const members = new Set(list.members);
  const places = listPlaces(call, type).filter(({ json }) => members.has(String(json['emailAddress']).toLowerCase()));
  return answerPlaces(call, type, places);
}

/** Everything below a building or floor, of one type. */
function listDescendants(call: Call, type: Place['type']): GraphAnswer {
  const top = requirePlace(call);
  const below = new Set([top.json['placeId']]);
  for (let size = 0; size < below.size;) {
    size = below.size;
    for (const { json } of call.world.places) if (below.has(json['parentId'])) below.add(json['placeId']);
  }
  return answerPlaces(
    call,
    type,
    listPlaces(call, type).filter(({ json }) => below.has(json['parentId'])),
  );
}

const TYPES = ['room', 'roomList', 'workspace', 'building', 'floor', 'section', 'desk'] as const;
const base = { method: 'GET', area: 'outlook' } as const;

export const placeRoutes: readonly Route[] = [
  ...TYPES.flatMap((typeName): Route[] => [
    {
      ...base,
      path: `/places/microsoft.graph.${typeName}`,
      typeName,
      allowed: LIST,
      handle: (call) => answerPlaces(call, typeName, listPlaces(call, typeName)),
    },
    {
      ...base,
      path: `/places/{placeId}/descendants/microsoft.graph.${typeName}`,
      permission: '/places/{id}/descendants',
      typeName,
      allowed: LIST,
      handle: (call) => listDescendants(call, typeName),
    },
    {
      ...base,
      path: `/places/{placeId}/microsoft.graph.${typeName}`,
      permission: '/places/{id}',
      typeName,
      allowed: ['$select'],
      isSingle: true,
      handle: (call) => getPlace(call, typeName),
    },
  ]),
  ...(['room', 'workspace'] as const).map((typeName): Route => ({
    ...base,
    path: `/places/{placeId}/microsoft.graph.roomlist/${typeName}s`,
    typeName,
    allowed: LIST,
    handle: (call) => listRooms(call, typeName),
  })),
  {
    ...base,
    path: '/places/{placeId}',
    typeName: 'place',
    allowed: ['$select'],
    isSingle: true,
    handle: (call) => getPlace(call),
  },
];
