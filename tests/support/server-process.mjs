/** The server from its sources as a process of its own, so that a test can end it as a crash would: nothing is cleaned up. */
import { readFile } from 'node:fs/promises';
import { isMainThread } from 'node:worker_threads';
import { register } from 'node:module';
import { transform } from '@swc/core';

const OPTIONS = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } };

/** Node's hook: the client of Microsoft Graph names its own files as bundlers want them, without their ending. */
export const resolve = (name, context, next) =>
  next(name, context)
    .catch(() => next(`${name}.js`, context))
    .catch(() => next(`${name}/index.js`, context));

/** Node's hook, which it calls in a thread of its own. */
export async function load(url, context, next) {
  const isData = url.endsWith('.json');
  if (!isData && !url.endsWith('.ts')) return next(url, context);
  const text = await readFile(new URL(url), 'utf8');
  const source = isData ? `export default ${text}` : (await transform(text, OPTIONS)).code;
  return { format: 'module', shortCircuit: true, source };
}

if (isMainThread) {
  register(import.meta.url);
  await import('../../server/run.ts');
}
