/** Profile photos: their sizes and bytes. A third of the people never uploaded one. */
import { toNumber } from '../../mailbox/ids.ts';
import type { Person } from '../../world.ts';
import type { Call, Route } from '../call.ts';
import { accessDenied, GraphError } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { answerObject, answerObjects } from '../odata/answer-collection.ts';
import { drawSolidJpeg } from './solid-jpeg.ts';
import { requireColleague } from './users.ts';

const SIDES = [48, 64, 96, 120, 240, 360, 432, 504, 648];
const LARGEST = 648;
const JPEG = 'image/jpeg';

const imageNotFound = (): GraphError =>
  new GraphError(
    404,
    'ImageNotFound',
    "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.",
  );

const hasPhoto = ({ mail, key }: Person): boolean => mail !== null && toNumber(`photo:${key}`, 3) !== 0;

const toColour = ({ key }: Person): readonly [number, number, number] => [
  64 + toNumber(`red:${key}`, 128),
  64 + toNumber(`green:${key}`, 128),
  64 + toNumber(`blue:${key}`, 128),
];

function requireSubject(call: Call): Person {
  const id = call.params['userId'];
  if (id === undefined) return call.person;
  const person = requireColleague(call, id);
  // User.Read alone is about oneself
  const readsOthers = [...call.request.caller.scopes].some((scope) => /^(?:User|ProfilePhoto)\..*\.All$/.test(scope));
  if (person !== call.person && !readsOthers) throw accessDenied();
  return person;
}

const toPhotoJson = (person: Person, side: number): Record<string, unknown> => ({
  '@odata.mediaContentType': JPEG,
  '@odata.mediaEtag': `"${toNumber(`etag:${person.key}`, 0xffffffff).toString(16).toUpperCase()}"`,
  id: `${side}x${side}`,
  height: side,
  width: side,
});

/** Without a size in the path, the largest. */
function requirePhoto(call: Call): { readonly person: Person; readonly side: number } {
  const person = requireSubject(call);
  const size = call.params['size'];
  const side = size === undefined ? LARGEST : SIDES.find((one) => `${one}x${one}` === size.toLowerCase());
  if (side === undefined || !hasPhoto(person)) throw imageNotFound();
  return { person, side };
}

function getPhoto(call: Call): GraphAnswer {
  const { person, side } = requirePhoto(call);
  return answerObject(call, toPhotoJson(person, side), `users('${person.objectId}')/photo/$entity`);
}

function getBytes(call: Call): GraphAnswer {
  const { person, side } = requirePhoto(call);
  const etag = String(toPhotoJson(person, side)['@odata.mediaEtag']);
  return { status: 200, headers: { 'Content-Type': JPEG, ETag: etag }, body: drawSolidJpeg(side, toColour(person)) };
}

function listPhotos(call: Call): GraphAnswer {
  const person = requireSubject(call);
  const sides = hasPhoto(person) ? SIDES : [];
  const photos = sides.map((side) => toPhotoJson(person, side));
  return answerObjects(call, photos, { context: `users('${person.objectId}')/photos` });
}

const base = { method: 'GET', area: 'outlook', typeName: 'profilePhoto' } as const;

export const photoRoutes: readonly Route[] = ['/me', '/users/{userId}'].flatMap((whose): readonly Route[] => {
  const permission = `${whose}/photo`;
  return [
    { ...base, path: `${whose}/photo`, allowed: ['$select'], isSingle: true, handle: getPhoto },
    { ...base, path: `${whose}/photo/$value`, permission, allowed: [], handle: getBytes },
    { ...base, path: `${whose}/photos`, allowed: ['$select'], handle: listPhotos },
    { ...base, path: `${whose}/photos/{size}`, allowed: ['$select'], isSingle: true, handle: getPhoto },
    { ...base, path: `${whose}/photos/{size}/$value`, permission, allowed: [], handle: getBytes },
  ];
});
