/** What rooms allow of a series, as it was imported or by Exchange's defaults; read room by room as they are shown. */
import { useEffect, useRef, useState } from 'react';
import { type RoomLimits, toRoomLimits } from '../../domain/series/room-limits.ts';
import type { Services } from '../services.ts';

/** Undefined for a room that is still being looked up. A reading that fails leaves the defaults, named as such. */
export function useRoomLimits(
  { findRoomRule }: Pick<Services, 'findRoomRule'>,
  addresses: readonly string[],
): ReadonlyMap<string, RoomLimits> {
  const [limits, setLimits] = useState<ReadonlyMap<string, RoomLimits>>(new Map());
  const asked = useRef(new Set<string>());
  const key = addresses.join('\n');
  useEffect(() => {
    const missing = key.split('\n').filter((address) => address !== '' && !asked.current.has(address));
    for (const address of missing) asked.current.add(address);
    if (missing.length === 0) return;
    const read = missing.map(async (address) => {
      const rule = await findRoomRule(address).catch(() => undefined);
      return [address.toLowerCase(), toRoomLimits(rule)] as const;
    });
    void Promise.all(read).then((found) => setLimits((before) => new Map([...before, ...found])));
  }, [findRoomRule, key]);
  return limits;
}
