/** `node scripts/search-evidence.mjs <folder>`: nothing of the demo's calendars, and no token, may lie in what the tests left behind. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { listFiles, searchFiles, toIndex } from './evidence/search-bytes.mjs';
import { proveSearch } from './evidence/prove-search.mjs';
import { readWords } from './evidence/read-words.mjs';

const MUST_HAVE = ['data', 'log', 'postgres', 'browser'];
/** User ids belong to the connections and the audit trail: in the databases they are no find. */
const isAllowed = ({ file, kind }) => kind === 'user id' && !['log', 'browser'].includes(file.split(sep)[0]);

const folder = process.argv[2] ?? 'test-results/evidence';
const problems = [];
const files = existsSync(folder) ? listFiles(folder) : [];
for (const kind of MUST_HAVE)
  if (!files.some((file) => relative(folder, file).startsWith(`${kind}${sep}`)))
    problems.push(`no evidence of kind "${kind}" was collected in ${folder}`);
// of a browser that could not be asked nothing is known
const wasAsked = (file) => /"session": (\{\}|\{\s+"(?!denied))/.test(readFileSync(file, 'utf8'));
if (!files.some((file) => relative(folder, file).startsWith('browser') && wasAsked(file)))
  problems.push('no page of the product was asked for its storage');

const words = await readWords({ traffic: join(dirname(folder), 'traffic'), secrets: `${folder}-secrets.txt` });
for (const miss of proveSearch(words))
  problems.push(`the search is blind: planted and not found, or found wrongly: ${miss}`);
const finds = searchFiles(files, toIndex(words)).map(({ file, kind }) => ({ file: relative(folder, file), kind }));
for (const { file, kind } of finds.filter((find) => !isAllowed(find))) problems.push(`${file}: ${kind}`);

for (const problem of problems) console.log(problem);
console.log(`${files.length} files searched for ${words.length} words: ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
