/** What the calendar's rules need of the world: mailboxes, ids, the clock and how long a room takes. */
import type { World } from '../world.ts';
import type { IdSource } from './ids.ts';
import type { MailboxStore } from './mailbox-store.ts';

export interface Exchange extends Pick<World, 'clock' | 'roomAnswerMs'> {
  readonly mailboxes: MailboxStore;
  readonly ids: IdSource;
}
