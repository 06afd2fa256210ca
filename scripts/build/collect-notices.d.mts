/** What the tests read. */
export function findPackageFolder(file: string): string | undefined;
export function toNotices(folders: Iterable<string>): string;
