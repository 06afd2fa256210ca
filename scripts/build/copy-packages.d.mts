/** What the tests read. */
export function listWithNeeds(modules: string, names: readonly string[]): string[];
