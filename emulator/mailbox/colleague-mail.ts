/** The two messages that lie in everybody's inbox, from colleagues: Outlook opens them, Graph reads them. */
import type { Person, World } from '../world.ts';
import type { MailMessage } from './mailbox.ts';

const SUBJECTS = ['Shall we sit together on Thursday?', 'Notes of our last meeting'];
const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];

/** Newest first; they came in the last hours of yesterday (UTC). Nobody without a mailbox has any. */
export function listColleagueMail(world: World, person: Person): readonly MailMessage[] {
  const { mail } = person;
  if (mail === null) return [];
  const senders = [...world.people.values()].filter(
    (one) => one.tenantId === person.tenantId && one !== person && one.mail !== null && one.accountEnabled,
  );
  const midnightMs = Math.floor(world.clock.now() / DAY_MS) * DAY_MS;
  return senders.slice(0, SUBJECTS.length).map((sender, i) => ({
    id: `AAMkmessage-${i + 1}-${person.key}AAA=`,
    subject: SUBJECTS[i] ?? '',
    text: `${sender.givenName} wrote this.`,
    from: { name: sender.displayName, address: sender.mail ?? sender.userPrincipalName },
    to: { name: person.displayName, address: mail },
    receivedMs: midnightMs - (i + 1) * HOUR_MS,
  }));
}
