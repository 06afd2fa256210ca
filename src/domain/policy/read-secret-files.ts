/** Secrets may stand in files, as containers are given them: `DATABASE_URL_FILE` names the file whose text is `DATABASE_URL`. */
import type { Environment } from '../contract/environment.ts';

/** A certificate names its file by itself. */
export const FILE_SECRETS = ['ENTRA_CLIENT_SECRET', 'DATABASE_URL'];

const END_OF_LINE = /\r?\n$/;

/**
 * Without what is empty, for an empty variable counts as absent; with the texts of the files in place of their names.
 * `readFile` throws where it can't; no problem repeats what stands in a file.
 */
export function readSecretFiles(
  environment: Environment,
  readFile: (path: string) => string,
): { readonly env: Environment; readonly problems: readonly string[] } {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
  const env: Record<string, string | undefined> = Object.fromEntries(given);
  const problems: string[] = [];
  for (const name of FILE_SECRETS) {
    const path = env[`${name}_FILE`];
    if (path === undefined) continue;
    if (env[name] !== undefined) problems.push(`${name}_FILE: must not be set beside ${name}`);
    try {
      env[name] ??= readFile(path).replace(END_OF_LINE, '');
      if (env[name] === '') problems.push(`${name}_FILE: names a file that is empty`);
    } catch {
      problems.push(`${name}_FILE: names a file that can't be read`);
    }
  }
  return { env, problems };
}
