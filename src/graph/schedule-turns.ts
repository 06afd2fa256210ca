/** Teams Shifts answers four calls a second to one team, and each of our readings of its schedule makes three or four: they take turns. */

const SPAN_MS = 1_050;

interface Turn {
  readonly begun: Promise<void>;
  /** When it had ended. */
  readonly ended: Promise<number>;
}

/** The last turn of each person of this page, by object id. */
const lastTurns = new Map<string, Turn>();

/** Begins a second after the turn before has ended, at once where there was none for so long. */
export function takeTurn<T>(userObjectId: string, ask: () => Promise<T>): Promise<T> {
  const before = lastTurns.get(userObjectId)?.ended ?? Promise.resolve(-SPAN_MS);
  const begun = before.then(async (endedMs) => {
    const leftMs = endedMs + SPAN_MS - performance.now();
    if (leftMs > 0) await new Promise((done) => setTimeout(done, leftMs));
  });
  const mine = begun.then(ask);
  const toEnd = (): number => performance.now();
  lastTurns.set(userObjectId, { begun, ended: mine.then(toEnd, toEnd) });
  return mine;
}

/** Whoever has to wait for a schedule anyway asks for everything else with it. */
export async function awaitTurn(userObjectId: string): Promise<void> {
  await lastTurns.get(userObjectId)?.begun;
}
