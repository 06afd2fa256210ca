/** Photos of the people on screen; where none can be read their initials stand. */
import { useEffect, useState } from 'react';
import type { ColleagueServices } from './colleague-services.ts';

const MOST = 60;
const NONE: ReadonlyMap<string, string> = new Map();

export function usePhotos(
  open: () => Promise<ColleagueServices>,
  objectIds: readonly string[],
): ReadonlyMap<string, string> {
  const [photos, setPhotos] = useState(NONE);
  const key = [...new Set(objectIds)]
    .filter((id) => id !== '')
    .slice(0, MOST)
    .join(' ');
  useEffect(() => {
    if (key === '') return undefined;
    let isWanted = true;
    open()
      .then((colleagues) => colleagues.readPhotos(key.split(' ')))
      .then(
        (found) => isWanted && setPhotos(found),
        // initials say who it is just as well
        () => undefined,
      );
    return () => {
      isWanted = false;
    };
  }, [open, key]);
  return photos;
}
