/** What stands in an unfolded event beyond its first look; it comes from above, with code of its own. */
import { createContext, type ReactNode, useContext } from 'react';
import type { AgendaEntry } from '../../domain/agenda/agenda-day.ts';

type ShowDetails = (entry: AgendaEntry) => ReactNode;

const DetailsContext = createContext<ShowDetails>(() => null);

/** A changed `show` draws the open details alone anew, never the list. */
export const DetailsProvider = (props: { readonly show: ShowDetails; readonly children: ReactNode }): ReactNode => (
  <DetailsContext.Provider value={props.show}>{props.children}</DetailsContext.Provider>
);

export const DetailsSlot = ({ entry }: { readonly entry: AgendaEntry }): ReactNode => useContext(DetailsContext)(entry);
