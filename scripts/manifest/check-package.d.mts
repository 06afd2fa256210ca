/** One line for each problem of the package in that folder. */
export function checkPackage(dir: string): string[];
