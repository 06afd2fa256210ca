/** `npm test`: everything that must pass, in two lanes, and one closing line that sums all runners. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureInstall, requireNode, root } from './ensure-install.mjs';

requireNode();
ensureInstall({ withDev: true });

const results = join(root, 'test-results');
const traffic = join(results, 'traffic');
const evidence = join(results, 'evidence');
rmSync(results, { recursive: true, force: true });
mkdirSync(traffic, { recursive: true });

const { findBrowser } = await import('./find-browser.mjs');
const browser = await findBrowser();
if (!browser) process.exit(1);

const sum = { passed: 0, failed: 0, skipped: 0 };
const environment = {
  ...process.env,
  NODE_ENV: 'test',
  JOURNEY_BROWSER: browser,
  TRAFFIC_FOLDER: traffic,
  // ten times as many random sequences, and every planted bug
  FULL: process.argv.includes('--full') ? '1' : '',
  EVIDENCE_FOLDER: evidence,
  FORCE_COLOR: '0',
};

/** The program that a package names as its command. */
function findCommand(packageName, command = packageName) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

function run(args) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => done({ ok: code === 0, output }));
  });
}

async function step(name, work) {
  const begin = performance.now();
  let outcome;
  try {
    outcome = await work();
  } catch (error) {
    outcome = { ok: false, output: String(error?.stack ?? error) };
  }
  const { ok, output = '', counts, repeated = [] } = outcome;
  const added = counts ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  for (const key of Object.keys(sum)) sum[key] += added[key];
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const detail = counts ? ` (${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped)` : '';
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} ${seconds} s${detail}`);
  for (const name of repeated) console.log(`note   passed only when it was played again: ${name}`);
  if (!ok || repeated.length > 0) console.log(output);
  return ok;
}

const check = (name, packageName, args, command) => () =>
  step(name, () => run([findCommand(packageName, command), ...args]));

/** Jest over the named projects; a file that could not run counts as a failure. */
const jest = (name, projects, workers) => () =>
  step(name, async () => {
    const file = join(results, `${projects.join('-')}.json`);
    const args = [
      '--selectProjects',
      ...projects,
      '--maxWorkers',
      String(workers),
      '--json',
      `--outputFile=${file}`,
      '--silent=false',
    ];
    const { ok, output } = await run(['--no-warnings', findCommand('jest'), ...args]);
    if (!existsSync(file)) return { ok: false, output };
    const found = JSON.parse(readFileSync(file, 'utf8'));
    const counts = {
      passed: found.numPassedTests,
      failed: found.numFailedTests + found.numRuntimeErrorTestSuites,
      skipped: found.numPendingTests + found.numTodoTests,
    };
    const tests = found.testResults.flatMap(({ assertionResults }) => assertionResults);
    const repeated = tests.filter(({ status, invocations }) => status === 'passed' && invocations > 1);
    return { ok: ok && counts.passed > 0, output, counts, repeated: repeated.map(({ fullName }) => fullName) };
  });

const build = () =>
  step('build', async () => {
    const { ensureBuild } = await import('./ensure-build.mjs');
    await ensureBuild();
    return { ok: true };
  });

/** Holds the traffic that the tests recorded against the published metadata, where the checker is at hand. */
const graphCheck = () => {
  const checker = process.env.GRAPH_CHECK;
  if (!checker) {
    console.log(
      'note   the recorded Graph traffic is in test-results/traffic; set GRAPH_CHECK to a checker to hold it against the published metadata',
    );
    return undefined;
  }
  return step('graph traffic', async () => {
    const files = readdirSync(traffic).map((name) => join(traffic, name));
    if (files.length === 0) return { ok: false, output: 'no traffic was recorded' };
    // by its real path: a checker that is reached through a link may not know itself
    const { ok, output } = await run([realpathSync(resolve(checker)), ...files]);
    return { ok: ok && /^[1-9]\d* exchanges, 0 kinds of violation/m.test(output), output };
  });
};

/** Nothing of the demo's calendars, and no token, in what servers, databases and browsers of the tests left behind. */
const search = () => step('nothing kept', () => run([join(root, 'scripts/search-evidence.mjs'), evidence]));

async function inOrder(steps) {
  for (const one of steps) await one();
}

await Promise.all([
  inOrder([build, jest('unit, server and emulator', ['node'], 1)]),
  inOrder([
    check('format', 'prettier', ['--check', '--log-level=warn', '.']),
    check('types', 'typescript', ['-p', '.'], 'tsc'),
    check('types of the pure code', 'typescript', ['-p', 'src/domain'], 'tsc'),
    check(
      'import law',
      'dependency-cruiser',
      ['src', 'server', 'emulator', 'tests', 'scripts', '--config', '.dependency-cruiser.cjs'],
      'depcruise',
    ),
    check('dead code', 'knip', ['--no-progress']),
    check('lint', 'eslint', ['.', '--max-warnings=0']),
    jest('screens', ['screens'], 1),
  ]),
]);
await inOrder([jest('journeys', ['journeys'], 2), graphCheck, search]);

console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1);
