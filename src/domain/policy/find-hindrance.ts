/** Says what keeps a server from serving, the first thing that is in the way. */

export interface Readiness {
  readonly isDraining: () => boolean;
  /** Rejects while the database does not answer. */
  readonly pingDatabase: () => Promise<void>;
  /** Rejects while no key of Entra's is known. */
  readonly checkKeys: () => Promise<void>;
}

/** Undefined: nothing is. */
export async function findHindrance({ isDraining, pingDatabase, checkKeys }: Readiness): Promise<string | undefined> {
  if (isDraining()) return 'draining';
  const isDown = (work: Promise<void>): Promise<boolean> => work.then(() => false).catch(() => true);
  const [database, keys] = await Promise.all([isDown(pingDatabase()), isDown(checkKeys())]);
  return database ? 'database_down' : keys ? 'keys_unreadable' : undefined;
}
