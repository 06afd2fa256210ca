/** What a person wants to see of their agenda, kept in their own mailbox; a scope that is missing asks for nothing: it lasts as long as the page then. */
import { parseAgendaChoices, writeAgendaChoices } from '../domain/agenda/agenda-choices.ts';
import { type AgendaChoices, ALL_SHOWN } from '../domain/agenda/apply-choices.ts';
import { AGENDA_CHOICES_ID } from '../domain/contract/calendar-write.ts';
import { PURPOSE_SCOPES } from '../domain/contract/purpose.ts';
import { keepCalendarMemory, readCalendarMemory } from '../graph/calendar-memory.ts';
import type { Way, Wish } from './choose-transport.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';

export function openAgendaChoices(choose: (wish: Wish) => Promise<Way>): MemoryStore<AgendaChoices> {
  return createMemoryStore({
    none: ALL_SHOWN,
    read: async () => {
      const { graph } = await choose({ scopes: PURPOSE_SCOPES.agenda });
      return parseAgendaChoices(await readCalendarMemory(graph, AGENDA_CHOICES_ID));
    },
    keep: async (choices) => {
      const { graph } = await choose({ scopes: PURPOSE_SCOPES.booking });
      await keepCalendarMemory(graph, AGENDA_CHOICES_ID, writeAgendaChoices(choices));
    },
  });
}
