/** Reads the environment as the server does, and says what of it does not fit the address that people reach. */
import { parseConfig, type Config } from '../../server/config.ts';
import { ConfigError, type Environment } from '../../src/domain/contract/environment.ts';
import { fail, judge, warn, type Finding } from './finding.ts';

export interface Configuration {
  readonly finding: Finding;
  /** Undefined where it can't be read. */
  readonly config: Config | undefined;
}

const ABOUT = 'configuration';

function listProblems(env: Environment): readonly string[] | Config {
  try {
    return parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((problem) => `${problem}.`);
    throw error;
  }
}

export function checkConfiguration(env: Environment, url: URL): Configuration {
  const read = listProblems(env);
  if (!('publicUrl' in read))
    return { finding: fail(ABOUT, `${read.join(' ')} Every variable: docs/operations.md.`), config: undefined };
  const problems =
    read.publicUrl.origin === url.origin
      ? []
      : ['PUBLIC_URL is another address than --url: pages and the registration would name the wrong one.'];
  const finding = judge(ABOUT, problems, 'complete; the server would start with it');
  const isHalf = finding.state === 'ok' && env['NODE_ENV'] !== 'production';
  const half = warn(ABOUT, 'complete; set NODE_ENV to production, so that addresses away from Microsoft are refused');
  return { finding: isHalf ? half : finding, config: read };
}
