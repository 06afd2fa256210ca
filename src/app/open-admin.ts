/** The way into the administration, for whichever screen shows a button to it. */
import { createContext, useContext } from 'react';

export const OpenAdmin = createContext<(() => void) | undefined>(undefined);

/** Opens the administration; undefined for whoever is neither administrator nor tester. */
export function useOpenAdmin(): (() => void) | undefined {
  return useContext(OpenAdmin);
}
