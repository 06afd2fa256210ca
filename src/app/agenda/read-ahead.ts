/** Asks for the first round of the agenda beside the door where our relay carries it: the relay checks the same gates itself. */
import type { AgendaFirst } from '../../domain/agenda/agenda-sources.ts';
import type { Services } from '../services.ts';
import { planFirstRead } from './agenda-windows.ts';

/** What was read ahead is used once, for the very window it was read for; where it failed it is read anew. */
export function readAhead(services: Services, deviceZone: string): Services {
  if (services.transportHint() !== 'relay') return services;
  const { window } = planFirstRead(services.now(), deviceZone);
  let ahead: Promise<AgendaFirst | undefined> | undefined = services.readAgenda(window).catch(() => undefined);
  return {
    ...services,
    readAgenda: async (wanted) => {
      const isSame = wanted.start.equals(window.start) && wanted.end.equals(window.end);
      const first = isSame ? ahead : undefined;
      ahead = undefined;
      return (await first) ?? services.readAgenda(wanted);
    },
    forget: () => {
      ahead = undefined;
      services.forget();
    },
  };
}
